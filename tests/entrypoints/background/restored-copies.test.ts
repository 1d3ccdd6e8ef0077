import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, describe, expect, test } from 'vitest';
import { carryOnRestoring, restoreCopy, undoRestore } from '@/entrypoints/background/restore-copy';
import { eraseDatabases } from '@/utils/database/erase';
import {
  copiesOf,
  lastCopyAt,
  withCopyWanted,
  type AccountCopies,
} from '@/utils/domain/copies/copies-record';
import { storedCopies } from '@/utils/status/copies';
import { changeCopies } from '@/utils/status/write';
import { madeByItself, savedByHand } from '../../support/copies-here';
import { publish } from '../../support/publish-status';
import { aBackground, SEEN, staged, wish } from '../../support/staged-copy';
import { aSnapshot, connected } from '../../support/statuses';

const HOUR = 3_600_000;
type Needs = ReturnType<typeof aBackground>['background'];

let accountId: string;
let background: Needs;

beforeEach(async () => {
  fakeBrowser.reset();
  await eraseDatabases();
  ({
    scene: { accountId },
  } = await staged());
  ({ background } = aBackground());
  await publish({ connection: connected({ accountId }), snapshot: aSnapshot() });
});

async function copiesHere(): Promise<AccountCopies> {
  return copiesOf(await storedCopies.read(), accountId);
}

async function lastCopy(): Promise<number | null> {
  return lastCopyAt(await copiesHere());
}

function begun(mark: string): Promise<void> {
  return changeCopies((current) => ({
    ...withCopyWanted(current, { mark, accountId, reason: 'week' }),
    isOn: true,
  }));
}

async function made(digest?: string): Promise<void> {
  await begun('one');
  await madeByItself('one', digest);
}

async function nextInstant(): Promise<void> {
  const before = Date.now();
  while (Date.now() === before) await new Promise((resolve) => setTimeout(resolve, 1));
}

/** Before pages are told of it, and before the restoring counts as done. */
function whileItComesToItsEnd(work: () => Promise<void>): Needs {
  const library = { ...background.library, showChanged: work } as Needs['library'];
  return { ...background, library };
}

describe('a copy that was saved by hand', () => {
  test('between a restoring and its undo does not count for what comes back', async () => {
    const before = Date.now() - 6 * HOUR;
    await savedByHand(accountId, before);
    await restoreCopy(background, SEEN);
    await nextInstant();
    const since = Date.now();
    await savedByHand(accountId, since);
    expect(await lastCopy()).toBe(since);
    await undoRestore(background);
    expect(await lastCopy()).toBe(before);
  });

  test('does not count where it was begun before the restoring, whenever it is seen to lie there', async () => {
    const begunAt = Date.now();
    await nextInstant();
    const meanwhile = whileItComesToItsEnd(() => savedByHand(accountId, begunAt));
    await restoreCopy(meanwhile, SEEN);
    const restored = await lastCopy();
    expect(restored).not.toBe(begunAt);
    await savedByHand(accountId, begunAt);
    expect(await lastCopy()).toBe(restored);
  });

  test('nor where that was before the way back', async () => {
    await restoreCopy(background, SEEN);
    await nextInstant();
    const begunAt = Date.now();
    await nextInstant();
    const meanwhile = whileItComesToItsEnd(() => savedByHand(accountId, begunAt));
    await undoRestore(meanwhile);
    await savedByHand(accountId, begunAt);
    expect(await lastCopy()).toBeNull();
    await nextInstant();
    const since = Date.now();
    await savedByHand(accountId, since);
    expect(await lastCopy()).toBe(since);
  });
});

describe('a copy that makes itself', () => {
  test('of before a restoring counts after its undo, but not what was seen to be the same since', async () => {
    await made();
    const before = await lastCopy();
    await nextInstant();
    await restoreCopy(background, SEEN);
    await changeCopies((current) => {
      const accounts = { [accountId]: { ...copiesOf(current, accountId), sameAt: Date.now() } };
      return { ...current, accounts };
    });
    await undoRestore(background);
    expect(await copiesHere()).toMatchObject({ made: { at: before }, sameAt: null });
  });

  test('is compared with no more once the library is another: what was called off may lie in its place', async () => {
    await made('of before');
    await nextInstant();
    await restoreCopy(background, SEEN);
    expect((await copiesHere()).made).toMatchObject({ digest: '' });
    await undoRestore(background);
    expect((await copiesHere()).made).toMatchObject({ digest: '' });
  });

  test('does not count where it was begun before either, and is made anew', async () => {
    for (const change of [() => restoreCopy(background, SEEN), () => undoRestore(background)]) {
      await begun('begun');
      await change();
      const { wanted } = await storedCopies.read();
      expect(wanted).toMatchObject({ accountId, reason: 'week', tries: 0 });
      expect(wanted?.mark).not.toBe('begun');
    }
  });

  test('nor where it is told of as the restoring comes to its end', async () => {
    await begun('begun');
    await restoreCopy(
      whileItComesToItsEnd(() => madeByItself('begun')),
      SEEN,
    );
    expect((await copiesHere()).made).toBeNull();
    expect((await storedCopies.read()).wanted).toMatchObject({ tries: 0 });
  });

  test('nor where the worker died before that end', async () => {
    await restoreCopy(background, SEEN);
    await nextInstant();
    await made();
    await wish('restored');
    await carryOnRestoring(background);
    expect((await copiesHere()).made).toBeNull();
  });

  test('nor where it took the place of the last between a restoring and its undo', async () => {
    await restoreCopy(background, SEEN);
    await nextInstant();
    await made();
    const { fileMark } = await copiesHere();
    await undoRestore(background);
    expect(await copiesHere()).toMatchObject({ made: null, fileMark });
  });
});
