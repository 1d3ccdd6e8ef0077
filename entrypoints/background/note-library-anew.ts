import type { RestorePlan } from '../../utils/database/staging';
import { withLibraryAnew } from '../../utils/domain/copies/copies-record';
import { changeCopies } from '../../utils/status/write';

/**
 * The library is what this plan says, or again what it was before. A file that was restored lies outside this browser.
 * What cannot be noted holds up nothing. Safe to repeat.
 */
export function noteLibraryAnew(
  { accountId, copiesBefore, madeAt, step }: RestorePlan,
  now: number,
): Promise<void> {
  const fileAt = step === 'undoing' ? undefined : madeAt;
  const anew = { accountId, copiesBefore, fileAt, now, mark: crypto.randomUUID() };
  return changeCopies((current) => withLibraryAnew(current, anew)).catch(() => undefined);
}
