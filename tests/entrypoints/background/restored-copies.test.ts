import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, expect, test } from 'vitest';
import { restoreCopy, undoRestore } from '@/entrypoints/background/restore-copy';
import { eraseDatabases } from '@/utils/database/erase';
import {
  copiesOf,
  lastCopyAt,
  NO_COPIES,
  withSaved,
  type AccountCopies,
} from '@/utils/domain/copies/copies-record';
import { storedCopies } from '@/utils/status/copies';
import { changeCopies } from '@/utils/status/write';
import { aBackground, SEEN, staged } from '../../support/staged-copy';

const HOUR = 3_600_000;
const FIGURES = { games: 3, notes: 1, pins: 1, picks: 1, marks: 0 };

beforeEach(async () => {
  fakeBrowser.reset();
  await eraseDatabases();
});

async function copiesHere(accountId: string): Promise<AccountCopies> {
  return copiesOf(await storedCopies.read(), accountId);
}

test('a copy that was saved between a restoring and its undo does not count for what comes back', async () => {
  const { scene } = await staged();
  const { accountId } = scene;
  const before = Date.now() - 6 * HOUR;
  await changeCopies((current) => withSaved(current, accountId, before));
  const { background } = aBackground();
  await restoreCopy(background, SEEN);
  await changeCopies((current) => withSaved(current, accountId, Date.now()));
  await undoRestore(background);
  expect(lastCopyAt(await copiesHere(accountId))).toBe(before);
});

test('nor does one that made itself, and one of before does still', async () => {
  const { scene } = await staged();
  const { accountId } = scene;
  const here = (made: number, sameAt: number | null): Promise<void> =>
    changeCopies(() => {
      const account = { ...copiesOf(NO_COPIES, accountId), fileMark: 'ab', sameAt };
      const copy = { at: made, figures: FIGURES, digest: '0f' };
      return { ...NO_COPIES, isOn: true, accounts: { [accountId]: { ...account, made: copy } } };
    });
  const { background } = aBackground();
  await restoreCopy(background, SEEN);
  const before = Date.now() - 6 * HOUR;
  // Of before, and seen to hold just what was restored.
  await here(before, Date.now());
  await undoRestore(background);
  expect(await copiesHere(accountId)).toMatchObject({ made: { at: before }, sameAt: null });
});

test('nor does one that was begun before either, and is done after it: it is made anew', async () => {
  const { scene } = await staged();
  const { accountId } = scene;
  const { background } = aBackground();
  const begun = (): Promise<void> =>
    changeCopies((current) => {
      const wanted = { mark: 'begun', accountId, reason: 'week', tries: 1 } as const;
      return { ...current, isOn: true, wanted };
    });
  await begun();
  await restoreCopy(background, SEEN);
  const { wanted: afterwards } = await storedCopies.read();
  expect(afterwards).toMatchObject({ accountId, reason: 'week', tries: 0 });
  expect(afterwards?.mark).not.toBe('begun');

  await begun();
  await undoRestore(background);
  expect((await storedCopies.read()).wanted?.mark).not.toBe('begun');
});

test('nor does one that took its place meanwhile', async () => {
  const { scene } = await staged();
  const { background } = aBackground();
  await restoreCopy(background, SEEN);
  await changeCopies((current) => {
    const copy = { at: Date.now(), figures: FIGURES, digest: '0f' };
    const account = { ...copiesOf(current, scene.accountId), fileMark: 'ab', made: copy };
    return { ...current, accounts: { [scene.accountId]: account } };
  });
  await undoRestore(background);
  expect(await copiesHere(scene.accountId)).toMatchObject({ made: null, fileMark: 'ab' });
});
