import { fakeBrowser } from '@webext-core/fake-browser';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { carryOnRestoring, restoreCopy, undoRestore } from '@/entrypoints/background/restore-copy';
import { eraseDatabases } from '@/utils/database/erase';
import { openLibrary } from '@/utils/database/open-library';
import { contentOf, fillLibrary, saved } from '../../support/restoring';
import { aBackground, aNewScene, planned, SEEN, stepOfPlan } from '../../support/staged-copy';
import type { SyncScene } from '../../support/sync-scene';

beforeEach(async () => {
  fakeBrowser.reset();
  await eraseDatabases();
});

afterEach(() => {
  vi.restoreAllMocks();
});

const isAny = (args: unknown[]): boolean => args.length >= 0;

/**
 * From the nth time on that anything is opened, read, written or deleted nothing is any more, as after a worker's
 * death. Answers how often that was asked for.
 */
function diesAt(n: number): () => number {
  let calls = 0;
  const mortal = (object: object, name: string, isOurs = isAny): void => {
    const work = Reflect.get(object, name) as (...args: unknown[]) => unknown;
    vi.spyOn(object as Record<string, typeof work>, name).mockImplementation(function (
      this: unknown,
      ...args
    ) {
      if (isOurs(args) && calls++ >= n) throw new DOMException('died', 'AbortError');
      return work.apply(this, args);
    });
  };
  // That of a version is the browser's own.
  mortal(IDBDatabase.prototype, 'transaction', ([, mode]) => mode !== 'versionchange');
  mortal(IDBFactory.prototype, 'open');
  mortal(IDBFactory.prototype, 'deleteDatabase');
  mortal(fakeBrowser.storage.local, 'set');
  mortal(fakeBrowser.storage.local, 'remove');
  return () => calls;
}

/** What the library has; null where there is none. */
async function contentHere({ accountId }: SyncScene): Promise<Record<string, unknown[]> | null> {
  const library = await openLibrary(accountId);
  if (library === null) return null;
  return contentOf(library).finally(() => library.close());
}

/** Nothing in between, also before the next worker; one that has just come to be has nothing, and nobody sees it. */
async function expectOneOf(scene: SyncScene, contents: readonly unknown[]): Promise<void> {
  const here = await contentHere(scene);
  const isEmpty = Object.values(here ?? {}).every((rows) => rows.length === 0);
  expect(contents).toContainEqual(isEmpty && contents.includes(null) ? null : here);
}

/** Does it in a worker that dies the nth time; false where that comes to its end first. */
async function isKilledIn(work: () => Promise<void>, n: number): Promise<boolean> {
  const calls = diesAt(n);
  await work().catch(() => undefined);
  const isKilled = calls() > n;
  vi.restoreAllMocks();
  return isKilled;
}

test.each(['is changed', 'comes to be'])(
  'wherever a worker dies, a library that %s is what the copy says or what it was, and so is the way back',
  async (how) => {
    const scene = aNewScene();
    await fillLibrary(scene, 2);
    const copied = await contentHere(scene);
    const file = await saved(scene);
    await scene.database.titles.delete(scene.id(1));
    const { background } = aBackground();
    if (how === 'comes to be') {
      scene.database.close();
      await eraseDatabases();
    }
    const before = await contentHere(scene);
    expect(before).not.toEqual(copied);
    let isKilled = true;
    let n = 0;
    for (; isKilled; n++) {
      await planned(file, scene);
      isKilled = await isKilledIn(() => restoreCopy(background, SEEN), n);
      await expectOneOf(scene, [before, copied]);
      // The next worker.
      await carryOnRestoring(background);
      const isAsked = (await stepOfPlan()) !== 'staged';
      expect(await contentHere(scene)).toEqual(isAsked ? copied : before);
      if (!isAsked) await restoreCopy(background, SEEN);
      expect([await stepOfPlan(), await contentHere(scene)]).toEqual(['done', copied]);

      isKilled = (await isKilledIn(() => undoRestore(background), n)) || isKilled;
      await expectOneOf(scene, [before, copied]);
      await carryOnRestoring(background);
      const isUndone = (await stepOfPlan()) === null;
      expect(await contentHere(scene)).toEqual(isUndone ? before : copied);
      await undoRestore(background);
      expect([await stepOfPlan(), await contentHere(scene)]).toEqual([null, before]);
    }
    expect(n).toBeGreaterThan(15);
  },
  // Some forty workers die, each at another call, and as many go on.
  120_000,
);
