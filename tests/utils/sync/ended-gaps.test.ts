/** @module-tag slow */

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { NOTHING_FETCHED, type Choice, type LibraryTitle } from '@/utils/domain/library/title';
import type { TinyFault } from '../../support/tiny-sony';
import { FaultScene } from '../../support/fault-scene';
import { shortenWaits } from '../../support/shorten-waits';

let scene: FaultScene;
/** The games with their trophies, as they are in a copy. */
let had: LibraryTitle[];

beforeEach(async () => {
  shortenWaits();
  scene = new FaultScene();
  await scene.syncByHand();
  had = await scene.database.titles.toArray();
  await scene.database.titles
    .toCollection()
    .modify({ choice: 'unpicked', fetched: NOTHING_FETCHED });
  await scene.database.trophySets.clear();
});

afterEach(async () => {
  vi.unstubAllGlobals();
  await scene.database.delete();
});

const idOf = (game: string): string => `NPWR0000${game}_00`;

/** What library and popup are told, and what the history lists. */
function told(): unknown {
  const { gaps, unreadCount, triesAgainAt } = scene.snapshot;
  return { gaps: gaps.map(({ phase }) => phase), unreadCount, isTried: triesAgainAt !== null };
}

const NOTHING = { gaps: [], unreadCount: 0, isTried: false };

/** Sony fails at these games, and at no other. */
function fails(games: string, fault: TinyFault = '500'): void {
  scene.tiny.fault = (asked, game) =>
    asked === 'definitions' && game !== '' && games.includes(game) ? fault : null;
}

async function choose(games: string, choice: Choice): Promise<void> {
  const { requests, loop } = scene.worker();
  await requests.chooseGames(new Map([...games].map((game) => [idOf(game), choice])));
  await loop.wake();
}

async function open(game: string): Promise<void> {
  const { requests, loop } = scene.worker();
  await requests.openGame(idOf(game));
  await loop.wake();
}

describe.each(['a sync of picks', 'a sync of everything', 'another try'])(
  'of games that %s went without',
  (by) => {
    beforeEach(async () => {
      fails('BC');
      await choose('BC', 'picked');
      if (by === 'a sync of everything') await scene.syncByHand();
      if (by === 'another try') await scene.wakeByAlarm();
      expect(told()).toStrictEqual({ gaps: ['trophies'], unreadCount: 2, isTried: true });
    });

    test('one that is opened and had since is missing no more, and the other is', async () => {
      fails('C');
      await open('B');
      expect(told()).toStrictEqual({ gaps: ['trophies'], unreadCount: 1, isTried: true });
      fails('');
      await open('C');
      expect(told()).toStrictEqual(NOTHING);
    });

    test.each(['unpicked', 'never'] as const)(
      'nothing is missing of what is %s',
      async (choice) => {
        await choose('B', choice);
        expect(told()).toStrictEqual({ gaps: ['trophies'], unreadCount: 1, isTried: true });
        await choose('C', choice);
        expect(told()).toStrictEqual(NOTHING);
      },
    );

    test('nothing is missing of what nobody wants, also without a connection', async () => {
      scene.connected = null;
      await choose('BC', 'unpicked');
      expect(told()).toStrictEqual(NOTHING);
      await choose('B', 'picked');
      expect(told()).toStrictEqual({ gaps: ['trophies'], unreadCount: 1, isTried: true });
    });

    test('a hidden one is missing all the same', async () => {
      const { requests } = scene.worker();
      for (const game of 'BC') await requests.markGame(idOf(game), { hide: true });
      await requests.showChanged();
      expect(told()).toStrictEqual({ gaps: ['trophies'], unreadCount: 2, isTried: true });
    });

    test('one that Sony lists no more is missing no more', async () => {
      scene.tiny.games.splice(1, 2);
      scene.now += 7 * 86_400_000;
      for (let lists = 0; lists < 2; lists++) await scene.syncByHand();
      expect(told()).toStrictEqual(NOTHING);
      expect(await scene.lastRun()).toMatchObject({ unread: 0, gaps: [] });
    });

    test('a copy that has it, and the way back from that, are told of at once', async () => {
      const { requests } = scene.worker();
      const lacking = await scene.database.titles.toArray();
      await scene.database.titles.bulkPut(had.map((title) => ({ ...title, choice: 'picked' })));
      await requests.showChanged();
      expect(told()).toStrictEqual(NOTHING);
      await scene.database.titles.bulkPut(lacking);
      await requests.showChanged();
      expect(told()).toStrictEqual({ gaps: ['trophies'], unreadCount: 2, isTried: true });
    });

    test('one that is followed by the setting is missing until that is over', async () => {
      scene.everyGame = true;
      await choose('BC', 'unpicked');
      expect(told()).toStrictEqual({ gaps: ['trophies'], unreadCount: 2, isTried: true });
      scene.everyGame = false;
      const { requests, loop } = scene.worker();
      await requests.followEveryGame();
      await loop.wake();
      expect(told()).toStrictEqual(NOTHING);
    });
  },
);

test.each(['404', '500'] as const)(
  'an opened game that nobody follows is missing on its page alone (%s)',
  async (fault) => {
    await choose('A', 'picked');
    fails('B', fault);
    await open('B');
    expect(told()).toStrictEqual(NOTHING);
    expect(scene.alarm).toBeNull();
    expect(await scene.database.unreadRows.count()).toBe(1);
    // In a sync of everything too.
    const worker = scene.worker();
    await worker.requests.openGame(idOf('B'));
    await scene.syncByHand(worker);
    expect(told()).toStrictEqual(NOTHING);
    expect(await scene.lastRun()).toMatchObject({ unread: 0, gaps: [] });
    // It is picked: now it is missing.
    await choose('B', 'picked');
    expect(told()).toMatchObject({ gaps: ['trophies'], unreadCount: 1 });
  },
);

test('the names of add-ons are missing until the game has them, or nobody wants it', async () => {
  scene.tiny.fault = (asked) => (asked === 'groups' ? '404' : null);
  await choose('A', 'picked');
  expect(told()).toMatchObject({ gaps: ['groups'] });
  await choose('A', 'unpicked');
  expect(told()).toStrictEqual(NOTHING);
  await choose('A', 'picked');
  expect(told()).toMatchObject({ gaps: ['groups'] });
  scene.tiny.fault = () => null;
  scene.now += 2 * 86_400_000;
  await open('A');
  expect(told()).toStrictEqual(NOTHING);
});
