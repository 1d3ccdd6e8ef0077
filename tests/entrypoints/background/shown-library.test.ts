import { fakeBrowser } from '@webext-core/fake-browser';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { leftoversOf } from '@/entrypoints/background/leftovers';
import { settleMadeUp, showLibrary } from '@/entrypoints/background/shown-library';
import type { LibraryDatabase } from '@/utils/database/database';
import { createLibrary, openForPage } from '@/utils/database/open-library';
import { OTHER_DATABASES } from '@/utils/database/our-databases';
import { isReadable, unpacked } from '@/utils/database/packed-set';
import { DISCONNECTED } from '@/utils/domain/connection/connection';
import { MADE_UP } from '@/utils/domain/library/shown-library';
import { availabilityOf } from '@/utils/domain/trophies/trophy-availability';
import { pictureUrl } from '@/utils/domain/picture-hosts';
import { AN_ATTEMPT } from '../../support/connections';
import { databases, deleteDatabases } from '../../support/carry-over-scene';
import { publish } from '../../support/publish-status';
import { connected } from '../../support/statuses';

const { local } = fakeBrowser.storage;
const NOW = Date.UTC(2026, 10, 28);
const now = (): number => NOW;
const NAME = OTHER_DATABASES.madeUp;

beforeEach(() => {
  fakeBrowser.reset();
});

afterEach(deleteDatabases);

describe('a library of another account', () => {
  beforeEach(async () => {
    for (const accountId of ['1', '2']) (await createLibrary(accountId)).close();
    await publish({ connection: connected({ accountId: '1' }) });
  });

  test('is shown until the player goes back', async () => {
    const before = await local.get(null);
    await showLibrary('2', now);
    expect(await local.get(null)).toEqual({ ...before, shownLibrary: '2' });

    await showLibrary(null, now);
    expect(await local.get(null)).toEqual(before);
  });

  test('is not shown where it is one’s own, or not here', async () => {
    await showLibrary('1', now);
    await expect(showLibrary('3', now)).rejects.toMatchObject({ failure: { cause: 'unexpected' } });
    expect(await local.get('shownLibrary')).toEqual({});
  });

  test('is shown no more before it is erased, and another one is', async () => {
    await showLibrary('2', now);
    const leftovers = leftoversOf({
      callOffCopies: () => Promise.resolve(),
    } as Parameters<typeof leftoversOf>[0]);
    await leftovers.deleteLibrary('3', false);
    expect(await local.get('shownLibrary')).toEqual({ shownLibrary: '2' });

    const deletes = vi.spyOn(Dexie, 'delete').mockRejectedValueOnce(new Error('ended'));
    await leftovers.deleteLibrary('2', false).catch(() => undefined);
    expect(deletes).toHaveBeenCalledOnce();
    expect(await local.get('shownLibrary')).toEqual({});

    await leftovers.deleteLibrary('2', false);
    expect(await databases()).toEqual(['trophy-shelf-1']);
  });

  test('takes the place of the one that is made up', async () => {
    await publish({ connection: DISCONNECTED });
    await showLibrary(MADE_UP, now);
    await showLibrary('2', now);
    expect(await databases()).toEqual(['trophy-shelf-1', 'trophy-shelf-2']);
  });
});

describe('the library that is made up', () => {
  test('is there while it is shown, and changes nothing else', async () => {
    await fakeBrowser.alarms.create('sync', { when: 1 });
    await local.set({ settings: { syncHour: 5 }, clockOffset: 7 });
    const before = [await local.get(null), await fakeBrowser.alarms.getAll(), await databases()];

    await showLibrary(MADE_UP, now);
    await showLibrary(MADE_UP, now);
    expect(await local.get(null)).toEqual({ ...(before[0] as object), shownLibrary: MADE_UP });
    expect(await databases()).toEqual([NAME]);

    await showLibrary(null, now);
    expect([await local.get(null), await fakeBrowser.alarms.getAll(), await databases()]).toEqual(
      before,
    );
  });

  test('has about 60 games with all their trophies, every one of them drawn by us', async () => {
    await showLibrary(MADE_UP, now);
    const library = (await openForPage(MADE_UP)) as LibraryDatabase;
    const titles = await library.titles.toArray();
    const sets = await library.trophySets.toArray();

    expect(titles).toHaveLength(60);
    expect(sets.every(isReadable)).toBe(true);
    expect(titles.every(({ lastPlayedAt }) => lastPlayedAt < NOW)).toBe(true);
    const byId = new Map(sets.map((set) => [set.npCommunicationId, unpacked(set)]));
    const availability = titles.map((title) =>
      availabilityOf(title, byId.get(title.npCommunicationId) ?? null),
    );
    expect(new Set(availability)).toEqual(new Set(['current']));
    expect(titles.filter(({ earned }) => earned.platinum === 1).length).toBeGreaterThan(8);
    expect(titles.filter(({ tally }) => (tally?.leftToPlatinum ?? 9) <= 3).length).toBeGreaterThan(
      3,
    );
    expect(titles.filter(({ progress }) => progress === 0).length).toBeGreaterThan(2);
    const pictures = [
      ...titles.map(({ iconUrl }) => iconUrl),
      ...[...byId.values()].flatMap(({ trophies }) => trophies.map(({ iconUrl }) => iconUrl)),
    ];
    expect(pictures.filter((picture) => picture?.startsWith('/made-up/') !== true)).toEqual([]);
    expect(pictures.filter((picture) => pictureUrl(picture) !== null)).toEqual([]);
    const overview = await library.overview.get('library');
    expect(overview?.summary?.trophyLevel).toBeGreaterThan(100);
    library.close();
  });

  test.each([
    ['is shown and lost', async () => void (await local.set({ shownLibrary: MADE_UP })), [NAME]],
    ['is left over', async () => (await createLibrary(MADE_UP)).close(), []],
    [
      'was shown when the player connected',
      async () => {
        await showLibrary(MADE_UP, now);
        await publish({ connection: connected({ accountId: '1' }) });
      },
      [],
    ],
    [
      'was shown when everything was to be erased',
      async () => {
        await showLibrary(MADE_UP, now);
        await publish({ connection: { phase: 'erasing', since: 0 } });
      },
      [],
    ],
    [
      'is shown while a connection is tried',
      async () => {
        await showLibrary(MADE_UP, now);
        await publish({ connection: { ...AN_ATTEMPT, phase: 'connecting', step: 'code' } });
      },
      [NAME],
    ],
  ])('that %s is put right by the next worker', async (_, had, left) => {
    await had();
    await settleMadeUp(now);
    await settleMadeUp(now);

    expect(await databases()).toEqual(left);
    const { shownLibrary } = await local.get('shownLibrary');
    expect(shownLibrary).toBe(left.length === 0 ? undefined : MADE_UP);
    const library = left.length === 0 ? null : await openForPage(MADE_UP);
    if (library !== null) expect(await library.titles.count()).toBe(60);
    library?.close();
  });

  test.each([null, '2'])('gives way to what is asked for while it is made: %s', async (library) => {
    (await createLibrary('2')).close();
    await Promise.all([showLibrary(MADE_UP, now), showLibrary(library, now)]);

    const { shownLibrary } = await local.get('shownLibrary');
    expect(shownLibrary ?? null).toBe(library);
    expect(await databases()).toEqual(['trophy-shelf-2']);
  });

  test('is not for who is connected, and never in the middle of an erase', async () => {
    await publish({ connection: connected() });
    await expect(showLibrary(MADE_UP, now)).rejects.toThrow();
    await publish({ connection: { phase: 'erasing', since: 0 } });
    await expect(showLibrary(MADE_UP, now)).rejects.toThrow();
    expect(await databases()).toEqual([]);
    expect(await local.get('shownLibrary')).toEqual({});
  });
});
