import type { RestorePlan, StagingDatabase } from '../../utils/database/staging';
import {
  copiesOf,
  withCopyAnew,
  withCountedBack,
  withoutCopiesSince,
  withSaved,
} from '../../utils/domain/copies/copies-record';
import { storedCopies } from '../../utils/status/copies';
import { changeCopies } from '../../utils/status/write';

/** The file that was restored lies outside this browser, and a copy that was begun before does not have it. What cannot be noted holds up nothing. Safe to repeat. */
export async function countFile(
  { plan }: StagingDatabase,
  { accountId, madeAt, counted }: RestorePlan,
  now: number,
): Promise<void> {
  await changeCopies((current) => withCopyAnew(current, accountId, crypto.randomUUID())).catch(
    () => undefined,
  );
  if (madeAt === undefined) return;
  const at = Math.min(madeAt, now);
  const noting = async (): Promise<void> => {
    const { savedAt: inPlaceOf } = copiesOf(await storedCopies.read(), accountId);
    // First what the way back needs: a worker that dies comes here once more.
    await plan.update('plan', { counted: counted ?? { at, inPlaceOf } });
    await changeCopies((current) => withSaved(current, accountId, at));
  };
  await noting().catch(() => undefined);
}

/** Before anything of the library is another one. Safe to repeat. */
export async function noteCopiesBefore(
  { plan }: StagingDatabase,
  { accountId }: RestorePlan,
  at: number,
): Promise<void> {
  const { savedAt } = copiesOf(await storedCopies.read(), accountId);
  await plan.update('plan', { copiesBefore: { at, savedAt } });
}

/** What was here before is here again, and neither that file has it nor any copy that was saved since. */
export async function countFileBack({
  accountId,
  counted,
  copiesBefore,
}: RestorePlan): Promise<void> {
  await changeCopies((now) => {
    const current = withCopyAnew(now, accountId, crypto.randomUUID());
    const before = copiesBefore ? withoutCopiesSince(current, accountId, copiesBefore) : current;
    return counted ? withCountedBack(before, accountId, counted) : before;
  }).catch(() => undefined);
}
