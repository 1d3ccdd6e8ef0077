import type { RestorePlan, StagingDatabase } from '../../utils/database/staging';
import { copiesOf, withCountedBack, withSaved } from '../../utils/domain/copies/copies-record';
import { storedCopies } from '../../utils/status/copies';
import { changeCopies } from '../../utils/status/write';

/** The file that was restored lies outside this browser. What cannot be noted holds up nothing. Safe to repeat. */
export async function countFile(
  { plan }: StagingDatabase,
  { accountId, madeAt, counted }: RestorePlan,
  now: number,
): Promise<void> {
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

/** What was here before is here again, and that file does not have it. */
export async function countFileBack({ accountId, counted }: RestorePlan): Promise<void> {
  if (counted === undefined) return;
  await changeCopies((current) => withCountedBack(current, accountId, counted)).catch(
    () => undefined,
  );
}
