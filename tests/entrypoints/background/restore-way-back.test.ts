import { fakeBrowser } from '@webext-core/fake-browser';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { leftoversOf } from '@/entrypoints/background/leftovers';
import { carryOnRestoring, restoreCopy, undoRestore } from '@/entrypoints/background/restore-copy';
import { exclusively } from '@/utils/browser/exclusively';
import { CopyToRestore } from '@/utils/copy-worker/restore-copy';
import { eraseDatabases } from '@/utils/database/erase';
import { isRestored, plansHere } from '@/utils/database/restore-plans';
import * as undoing from '@/utils/database/taken-back';
import { laterOfBoth } from '@/utils/domain/library/roaming-items';
import { HOUR } from '@/utils/domain/time-units';
import { publish } from '../../support/publish-status';
import { saved } from '../../support/restoring';
import {
  aBackground,
  contentIn,
  planned,
  publishRunning,
  SEEN,
  staged,
  stepOfPlan,
  wish,
} from '../../support/staged-copy';

beforeEach(async () => {
  fakeBrowser.reset();
  await eraseDatabases();
});

afterEach(() => {
  vi.restoreAllMocks();
});

test('a browser that would end a worker which is silent is called while a copy is restored', async () => {
  await staged();
  const { background } = aBackground();
  await wish('wanted');
  const called = vi.fn(() => Promise.resolve({}));
  Object.assign(fakeBrowser.runtime, { getPlatformInfo: called });
  const [begun, ended] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const syncing = exclusively('sync', () => {
    begun.resolve();
    return ended.promise;
  });
  await begun.promise;
  const ticks = vi.spyOn(globalThis, 'setInterval');
  const restoring = carryOnRestoring(background);
  await expect.poll(() => ticks.mock.calls.length).toBe(1);
  expect(ticks.mock.calls[0]?.[1]).toBeLessThan(30_000);
  (ticks.mock.calls[0]?.[0] as () => void)();
  expect(called).toHaveBeenCalledOnce();
  const cleared = vi.spyOn(globalThis, 'clearInterval');
  ended.resolve();
  await Promise.all([syncing, restoring]);
  expect(cleared).toHaveBeenCalledWith(ticks.mock.results[0]?.value);
});

test.each([true, false])(
  'erasing a library takes the way back only where it is of that one (%s)',
  async (isIts) => {
    const { scene } = await staged();
    const { background } = aBackground();
    await restoreCopy(background, SEEN);
    const needs = { callOffCopies: () => Promise.resolve() };
    const leftovers = leftoversOf(needs as Parameters<typeof leftoversOf>[0]);
    scene.database.close();
    await leftovers.deleteLibrary(isIts ? scene.accountId : `${scene.accountId}1`, false);
    expect(await stepOfPlan()).toBe(isIts ? null : 'done');
  },
);

test('a file that is no whole copy takes no way back', async () => {
  const { scene, before } = await staged();
  const { background } = aBackground();
  const file = await saved(scene);
  await restoreCopy(background, SEEN);
  const cut = file.slice(0, file.size - 40);
  for (const wrong of [new Blob(['no copy']), cut])
    await expect(CopyToRestore.read(wrong, () => undefined)).rejects.toThrow();
  await undoRestore(background);
  expect(await contentIn(scene)).toEqual(before);
});

test('the way back stays while another copy is read and looked at, and until that is restored', async () => {
  const { scene, before } = await staged();
  const { background } = aBackground();
  const file = await saved(scene);
  await restoreCopy(background, SEEN);
  const [restored, later] = [await contentIn(scene), await saved(scene)];
  const parts: number[] = [];
  // What was read of it is read once: a disk that is taken away meanwhile takes nothing with it.
  const [stream, copied] = [vi.spyOn(file, 'stream'), vi.fn((part: number) => parts.push(part))];
  const copy = await CopyToRestore.read(file, copied);
  expect(stream).toHaveBeenCalledOnce();
  expect(parts.at(-1)).toBe(1);
  await copy.plan({ way: 'replace', now: scene.now, mark: 'next' });
  copy.close();
  await undoRestore(background);
  expect(await contentIn(scene)).toEqual(before);

  await planned(later, scene, 'third');
  await restoreCopy(background, 'third');
  expect(await contentIn(scene)).toEqual(restored);
  expect((await plansHere()).filter(isRestored)).toHaveLength(1);
  await planned(file, scene, 'fourth');
  await restoreCopy(background, 'fourth');
  expect((await plansHere()).map(({ plan }) => plan.mark)).not.toContain('third');
  await undoRestore(background);
  expect(await contentIn(scene)).toEqual(restored);
});

test.each([true, false])(
  'a copy, and its way back, are what other computers take where words go to them (%s)',
  async (roams) => {
    const { scene } = await staged();
    const { database } = scene;
    await publish({ settings: { roams } as never });
    const { background } = aBackground();
    const key = ['note', scene.id(2), 0] as [string, string, number];
    const later = await database.playerItems.get(key);
    expect(later?.value).toBe('Later');
    /** What the area has meets what is here. */
    const meets = async (): Promise<unknown> => {
      const here = await database.playerItems.get(key);
      const [item] = laterOfBoth(here === undefined ? [] : [here], [later!], scene.now);
      return item?.value;
    };
    await restoreCopy(background, SEEN);
    expect((await database.playerItems.get(key))?.value ?? null).toBeNull();
    expect(await meets()).toBe(roams ? null : 'Later');
    await undoRestore(background);
    expect((await database.playerItems.get(key))?.value).toBe('Later');
    if (!roams) return;
    const gone = { ...later!, value: null, deletedAt: scene.now };
    const [item] = laterOfBoth([(await database.playerItems.get(key))!], [gone], scene.now);
    expect(item?.value).toBe('Later');
  },
);

test('a way back that another wake-up has tried in vain is not said to have been taken', async () => {
  await staged();
  const { background } = aBackground();
  await restoreCopy(background, SEEN);
  vi.spyOn(undoing, 'takeBackPlan').mockRejectedValueOnce(new Error('no room'));
  // Whoever holds the lock carries it out in the place of this one.
  const answers = await Promise.allSettled([undoRestore(background), undoRestore(background)]);
  expect(answers.map(({ status }) => status)).not.toContain('fulfilled');
});

test('the way back leads from the copy that was restored last, also by a clock that was put back since', async () => {
  const { scene } = await staged();
  await publishRunning(scene);
  const { background } = aBackground();
  const file = await saved(scene);
  await restoreCopy(background, SEEN);
  const before = await contentIn(scene);
  await planned(file, scene, 'later');
  const sync = background.library.sync.bind(background.library);
  background.library.sync = () => Promise.reject(new Error('died'));
  await expect(restoreCopy(background, 'later')).rejects.toThrow('died');
  background.library.sync = sync;
  await wish('restored', Date.now() - HOUR);
  await undoRestore(background);
  expect(await contentIn(scene)).toEqual(before);
});
