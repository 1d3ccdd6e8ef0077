import { fakeBrowser } from '@webext-core/fake-browser';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { leftoversOf } from '@/entrypoints/background/leftovers';
import { carryOnRestoring, restoreCopy, undoRestore } from '@/entrypoints/background/restore-copy';
import { CopyToRestore } from '@/utils/copy-worker/restore-copy';
import { databaseNames } from '@/utils/database/database-names';
import { eraseDatabases } from '@/utils/database/erase';
import { openLibrary } from '@/utils/database/open-library';
import { OTHER_DATABASES } from '@/utils/database/our-databases';
import { readWayBack } from '@/utils/database/restore-undo';
import { createStaging, eraseStaging } from '@/utils/database/staging';
import { claimStaging } from '@/utils/database/staging-lock';
import { DAY } from '@/utils/domain/time-units';
import { databases } from '../../support/carry-over-scene';
import { saved } from '../../support/restoring';
import {
  aBackground,
  contentIn,
  planned,
  publishRunning,
  SEEN,
  staged,
  stagedOfNone,
  stepOfPlan,
  wish,
} from '../../support/staged-copy';

const { local } = fakeBrowser.storage;
const NAME = OTHER_DATABASES.restore;

beforeEach(async () => {
  fakeBrowser.reset();
  await eraseDatabases();
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a copy that the player wants restored', () => {
  test('makes the library what it was then, and back, with a sync after each', async () => {
    const { scene, copied, before } = await staged();
    await publishRunning(scene);
    const { background, asked } = aBackground();
    await restoreCopy(background, SEEN);
    expect(await contentIn(scene)).toEqual(copied);
    expect(asked).toEqual(['interrupt', 'show', 'sync', 'wake']);
    expect(await fakeBrowser.alarms.get('restore')).toBeDefined();
    // A page asks again where a worker died: nothing is done twice.
    await restoreCopy(background, SEEN);
    expect(asked).toHaveLength(4);

    await undoRestore(background);
    expect(await contentIn(scene)).toEqual(before);
    expect(await databaseNames()).not.toContain(NAME);
    expect(await fakeBrowser.alarms.get('restore')).toBeUndefined();
    await undoRestore(background);
    expect(await contentIn(scene)).toEqual(before);
  });

  test('is restored, or taken back, by the worker after one that died', async () => {
    const { scene, copied, before } = await staged();
    const { background } = aBackground();
    await wish('wanted');
    // Nobody reads another copy over it meanwhile.
    const file = await saved(scene);
    await expect(CopyToRestore.read(file, () => undefined)).rejects.toThrow('restoring');
    await carryOnRestoring(background);
    expect(await contentIn(scene)).toEqual(copied);
    expect(await stepOfPlan()).toBe('done');
    await wish('undoing');
    await carryOnRestoring(background);
    expect(await contentIn(scene)).toEqual(before);
    expect(await stepOfPlan()).toBeNull();
  });

  test('changes all or nothing, at whichever row it fails', async () => {
    const { scene, copied, before } = await staged();
    const { background } = aBackground();
    let isEnough = false;
    for (let dies = 0; !isEnough; dies++) {
      await wish('staged');
      let calls = 0;
      const put = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')?.value as (
        ...args: unknown[]
      ) => IDBRequest<IDBValidKey>;
      vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
        this: IDBObjectStore,
        ...args
      ) {
        const isOfLibrary = this.transaction.db.name === scene.database.name;
        if (isOfLibrary && calls++ === dies) throw new DOMException('died', 'AbortError');
        return put.apply(this, args);
      });
      const failed = await restoreCopy(background, SEEN).then(
        () => false,
        () => true,
      );
      vi.restoreAllMocks();
      expect(await contentIn(scene)).toEqual(failed ? before : copied);
      isEnough = !failed;
      expect(dies).toBeLessThan(60);
    }
  });

  test('is that copy which the player has seen, whatever another page has read since', async () => {
    const { scene, before } = await staged();
    const { background } = aBackground();
    const CHANGED = { failure: { during: 'changed-meanwhile' } };
    await planned(await saved(scene), scene, 'other');
    await expect(restoreCopy(background, SEEN)).rejects.toMatchObject(CHANGED);
    expect(await stepOfPlan()).toBe('staged');
    await eraseStaging(NAME);
    await expect(restoreCopy(background, SEEN)).rejects.toMatchObject(CHANGED);
    expect(await contentIn(scene)).toEqual(before);
  });

  test('is not restored over what came meanwhile, and that is said', async () => {
    const { scene } = await staged();
    const of = { npCommunicationId: scene.id(2), trophyId: 0 };
    await scene.worker().requests.annotateTrophy({ ...of, note: 'Later still' });
    const before = await contentIn(scene);
    const { background } = aBackground();
    await expect(restoreCopy(background, SEEN)).rejects.toMatchObject({
      failure: { cause: 'unexpected', during: 'changed-meanwhile' },
    });
    expect(await contentIn(scene)).toEqual(before);
    expect(await stepOfPlan()).toBe('staged');
  });

  test('is said to be changed meanwhile also where another wake-up has found that', async () => {
    const { scene } = await staged();
    const of = { npCommunicationId: scene.id(2), trophyId: 0 };
    await scene.worker().requests.annotateTrophy({ ...of, note: 'Later still' });
    const { background } = aBackground();
    await wish('wanted');
    const outcomes = await Promise.allSettled([
      carryOnRestoring(background),
      restoreCopy(background, SEEN),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  test('cannot be planned anew once it is asked for', async () => {
    const { scene } = await staged();
    const { background } = aBackground();
    const copy = await CopyToRestore.read(await saved(scene), () => undefined);
    await copy.plan({ way: 'replace', now: scene.now, mark: SEEN });
    await wish('wanted');
    await expect(copy.plan({ way: 'merge', now: scene.now, mark: 'other' })).rejects.toThrow(
      'restoring',
    );
    copy.close();
    await carryOnRestoring(background);
    expect(await stepOfPlan()).toBe('done');
  });

  test('stays as it was restored where it cannot be taken back, until the player asks again', async () => {
    const { scene, copied, before } = await staged();
    const { background } = aBackground();
    await restoreCopy(background, SEEN);
    const full = { usage: 100, quota: 100 };
    vi.spyOn(navigator.storage, 'estimate').mockResolvedValue(full);
    await expect(undoRestore(background)).rejects.toMatchObject({
      failure: { cause: 'storage-full' },
    });
    vi.restoreAllMocks();
    expect(await stepOfPlan()).toBe('done');
    await carryOnRestoring(background);
    expect(await contentIn(scene)).toEqual(copied);
    await undoRestore(background);
    expect(await contentIn(scene)).toEqual(before);
  });
});

describe('what fails once the library is what the copy says', () => {
  const refuses = () => Promise.reject(new Error('no room'));

  test('is finished by the next wake-up, and there is a way back', async () => {
    const { scene, copied, before } = await staged();
    await publishRunning(scene);
    const { background, asked } = aBackground();
    const sync = background.library.sync.bind(background.library);
    background.library.sync = refuses;
    await expect(restoreCopy(background, SEEN)).rejects.toThrow();
    expect(await contentIn(scene)).toEqual(copied);
    expect(await stepOfPlan()).toBe('restored');
    expect(await readWayBack()).not.toBeNull();
    // Nobody reads another copy over it meanwhile.
    const file = await saved(scene);
    await expect(CopyToRestore.read(file, () => undefined)).rejects.toThrow('restoring');
    // What came since is left alone.
    await scene.worker().requests.noteNewsSeen(scene.now);
    const since = await contentIn(scene);
    background.library.sync = sync;
    asked.length = 0;
    await carryOnRestoring(background);
    expect(asked).toEqual(['interrupt', 'show', 'sync', 'wake']);
    expect(await contentIn(scene)).toEqual(since);
    expect(await stepOfPlan()).toBe('done');
    await undoRestore(background);
    // But for what the player has seen since.
    const [overview] = before['overview'] as object[];
    const seen = { overview: [{ ...overview, newsSeenUpTo: scene.now }] };
    expect(await contentIn(scene)).toEqual({ ...before, ...seen });
  });

  test('keeps nobody from taking it back, nor what fails after that from being asked again', async () => {
    const { scene, before } = await staged();
    await publishRunning(scene);
    const { background } = aBackground();
    const sync = background.library.sync.bind(background.library);
    background.library.sync = refuses;
    await expect(restoreCopy(background, SEEN)).rejects.toThrow();
    await expect(undoRestore(background)).rejects.toThrow();
    expect(await contentIn(scene)).toEqual(before);
    expect(await readWayBack()).not.toBeNull();
    background.library.sync = sync;
    await undoRestore(background);
    expect(await contentIn(scene)).toEqual(before);
    expect(await stepOfPlan()).toBeNull();
  });
});

describe('a copy of an account that is not here', () => {
  test('becomes that account’s library, to be read only, and goes again', async () => {
    const { scene, copied } = await stagedOfNone();
    const { background } = aBackground();
    const full = new Error('full');
    // That copies of before count no more cannot be noted either, and holds up nothing.
    vi.spyOn(local, 'set').mockRejectedValueOnce(full).mockRejectedValueOnce(full);
    // It does not count as done while it is not shown, but it is restored, and the next wake-up shows it.
    await expect(restoreCopy(background, SEEN)).rejects.toThrow();
    expect(await stepOfPlan()).toBe('restored');
    await carryOnRestoring(background);
    expect(await stepOfPlan()).toBe('done');

    expect(await local.get('shownLibrary')).toEqual({ shownLibrary: scene.accountId });
    const library = await openLibrary(scene.accountId);
    expect(await contentIn({ database: library! })).toEqual(copied);
    library?.close();
    await undoRestore(background);
    expect(await local.get('shownLibrary')).toEqual({});
    expect(await databases()).toEqual([]);
  });
});

describe('what was staged', () => {
  test('goes after a day, at the browser’s start where nobody asked for it, and with an erase', async () => {
    const { background } = aBackground();
    await staged();
    await carryOnRestoring(background);
    expect(await stepOfPlan()).toBe('staged');
    await wish('done');
    await carryOnRestoring(background, true);
    expect(await stepOfPlan()).toBe('done');
    await wish('done', Date.now() - DAY);
    await carryOnRestoring(background);
    expect(await stepOfPlan()).toBeNull();

    await staged();
    await carryOnRestoring(background, true);
    expect(await stepOfPlan()).toBeNull();
    // As much of it as a page has read stays with that page.
    const names: string[] = [NAME, OTHER_DATABASES.check];
    const unclaim = await Promise.all(names.map(claimStaging));
    for (const name of names) (await createStaging(name)).close();
    await carryOnRestoring(background);
    expect(await databaseNames()).toEqual(expect.arrayContaining(names));
    for (const end of unclaim) end();
    const left = async (): Promise<string[]> => {
      await carryOnRestoring(background);
      return (await databaseNames()).filter((name) => names.includes(name));
    };
    await expect.poll(left).toEqual([]);
    const other = await staged();
    const leftovers = leftoversOf({
      callOffCopies: () => Promise.resolve(),
    } as Parameters<typeof leftoversOf>[0]);
    await leftovers.deleteLibrary(other.scene.accountId, false);
    expect(await stepOfPlan()).toBeNull();
  });
});

test('the way back goes after a day, also where the clock was put back by years', async () => {
  await staged();
  const { background } = aBackground();
  await restoreCopy(background, SEEN);
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() - 800 * DAY);
  await carryOnRestoring(background);
  expect(await stepOfPlan()).toBeNull();
});
