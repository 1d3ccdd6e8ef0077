import { expect, test } from 'vitest';
import type { AccountName } from '../psn/accounts/account-plan.ts';
import type { Account } from '../psn/accounts/account.ts';
import { Accounts } from '../psn/accounts/accounts.ts';
import { ORDERS_OF_ACCOUNT, orderOfAccount, type RowToOrder } from './orders-of-account.ts';
import { clickConnect, firstPage, setScene, syncEnds } from './scene.ts';
import { readLibrary } from './stored-library.ts';
import { readSnapshot } from './stores.ts';
import { trophyOrderOfAccount } from './trophy-orders.ts';
import { unpacked, type StoredSet } from '../../utils/database/packed-set.ts';
import { READY_VIEWS, type ReadyView } from '../../utils/domain/library/ready-views.ts';
import { orderer } from '../../utils/domain/library/library-order.ts';
import { RANKS } from '../../utils/domain/library/title-rank.ts';
import type { LibraryTitle } from '../../utils/domain/library/title.ts';
import type { Sort } from '../../utils/domain/library/library-view.ts';
import { markedTrophies } from '../../utils/domain/trophies/marked-trophies.ts';
import { sectionsOf, TROPHY_SORTS } from '../../utils/domain/trophies/trophy-list.ts';
import type { TrophySet } from '../../utils/domain/trophies/trophy-set.ts';
import { READY_VIEW_NAMES } from '../../utils/words/ready-views.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');

/** A player whose library is read, and every game of it from the simulator's own account. */
async function libraryOf(name: AccountName, isAllFetched = false) {
  const scene = await setScene({ account: name, startsAt: NOW });
  const popup = await clickConnect(scene);
  await (await firstPage(scene)).close();
  await popup.close();
  // The rest goes on in later windows.
  await expect
    .poll(() => readSnapshot(scene.chromium), { timeout: 120_000, interval: 500 })
    .toMatchObject({ lastSyncedAt: expect.any(Number) as number });
  if (isAllFetched) await syncEnds(scene);
  const account = new Accounts(1, NOW).named(name);
  const library = await readLibrary(scene.chromium);
  const rows = library.titles as (RowToOrder & LibraryTitle)[];
  const sets = library.trophySets as StoredSet[];
  return { scene, account, rows, sets };
}

/** Of every game that is fetched to its end, each order of its trophies. A pause may stand between both its answers. */
function expectTrophyOrders(account: Account, stored: readonly StoredSet[]): void {
  const isWhole = ({ trophies }: TrophySet): boolean =>
    trophies.some(({ earned }) => earned !== null);
  const sets = stored.map(unpacked).filter(isWhole);
  expect(sets.length).toBeGreaterThan(5);
  const view = { shown: 'all', baseOnly: false, type: null, pinnedFirst: false } as const;
  for (const set of sets) {
    const { npCommunicationId: id } = set;
    for (const sort of TROPHY_SORTS) {
      const sections = sectionsOf(set, { ...view, sort }, markedTrophies([]));
      const ours = sections.flatMap(({ trophies }) => trophies.map(({ trophyId }) => trophyId));
      expect([id, sort, ours]).toStrictEqual([id, sort, trophyOrderOfAccount(account, id, sort)]);
    }
  }
}

async function expectOrders(name: AccountName, games: number): Promise<void> {
  const { account, rows, sets } = await libraryOf(name);
  const order = orderer<{ title: LibraryTitle }>(new Intl.Collator('en'), (sort) => RANKS[sort]);
  const items = rows.map((title) => ({ title }));

  expect(rows.length).toBe(games);
  for (const sort of ORDERS_OF_ACCOUNT) {
    const ours = order(items, sort as Sort, false).map(({ title }) => title.npCommunicationId);
    expect([sort, ours]).toStrictEqual([sort, orderOfAccount(account, rows, sort)]);
  }
  expectTrophyOrders(account, sets);
}

test('every order of legacy, 64 games, is that of the account itself', () =>
  expectOrders('legacy', 64));

test.each([
  ['regular', 265],
  ['hunter', 1_300],
  ['leaderboard', 5_000],
] as const)(
  'every order of %s, %i games, is that of the account itself',
  { tags: ['long'], timeout: 240_000 },
  expectOrders,
);

test(
  'what is nearly done, rare, or earned last is a click away beside a list and on a telephone',
  { tags: ['long'] },
  async () => {
    const { scene, account, rows } = await libraryOf('casual', true);
    const games = new Map(rows.map((row) => [row.npCommunicationId, row]));
    /** Only one of them leaves something out. */
    const isIn = (view: ReadyView, id: string): boolean => {
      const progress = games.get(id)?.progress ?? 0;
      return view !== 'nearly-done' || (progress > 0 && progress < 100);
    };

    for (const width of [1_280, 400]) {
      const page = await scene.chromium.openOptions('#/library');
      await page.setViewportSize({ width, height: 800 });
      await page
        .getByRole('region', { name: 'Latest trophies' })
        .getByRole('link')
        .first()
        .waitFor();

      for (const { name, query } of READY_VIEWS) {
        await page.getByRole('link', { name: READY_VIEW_NAMES[name], exact: true }).click();

        const sort = new URLSearchParams(query).get('sort') ?? '';
        const first = orderOfAccount(account, rows, sort).find((id) => isIn(name, id)) ?? '';
        const items = page.getByRole('list', { name: 'Library' }).getByRole('listitem');
        await expect
          .poll(() => items.first().getByRole('link').first().textContent())
          .toBe(games.get(first)?.name);
      }
      await page.close();
    }
  },
);
