import { expect, test } from 'vitest';
import { preparer, sift } from '@/utils/domain/library/library-filter';
import { orderer } from '@/utils/domain/library/library-order';
import { queryOf, viewOf } from '@/utils/domain/library/library-view';
import { READY_VIEWS, showsReadyView, type ReadyView } from '@/utils/domain/library/ready-views';
import type { LibraryTitle } from '@/utils/domain/library/title';
import { RANKS } from '@/utils/domain/library/title-rank';
import { aLibraryTitle } from '../../../support/statuses.ts';

function queryOfView(name: ReadyView): string {
  return READY_VIEWS.find((view) => view.name === name)?.query ?? '';
}

/** The names of the games that a ready view shows, in its order. */
function shownBy(name: ReadyView, titles: readonly LibraryTitle[]): string[] {
  const { scope, sort, isReversed, filters } = viewOf(queryOfView(name));
  const order = orderer<ReturnType<ReturnType<typeof preparer>>[number]>(
    new Intl.Collator('en'),
    (by) => RANKS[by],
  );
  const { shown } = sift(preparer()(titles), { scope: scope ?? 'all', filters });
  return order(shown, sort, isReversed).map(({ title }) => title.name);
}

/** A game with so many bronze trophies earned of its 20, and a platinum, unless it has none. */
function game(name: string, has: number, said: Partial<LibraryTitle> = {}): LibraryTitle {
  const none = { bronze: 0, silver: 0, gold: 0, platinum: 0 };
  return aLibraryTitle({
    ...{ npCommunicationId: `NPWR${String(name.length).padStart(5, '0')}_00`, name },
    ...{ defined: { ...none, bronze: 20, platinum: 1 }, earned: { ...none, bronze: has } },
    ...{ progress: has * 5, tally: null, ...said },
  });
}

test('what is nearly done begins with what is furthest, with a platinum or without', () => {
  const noPlatinum = { bronze: 50, silver: 0, gold: 0, platinum: 0 };
  const titles = [
    game('Half', 10),
    game('Far', 19, { defined: { bronze: 31, silver: 0, gold: 0, platinum: 1 } }),
    game('Farthest', 49, { defined: noPlatinum, progress: 98 }),
    game('Complete', 20, { earned: { bronze: 20, silver: 0, gold: 0, platinum: 1 } }),
    game('Begun', 1),
    game('Untouched', 0),
  ];

  expect(shownBy('nearly-done', titles)).toEqual(['Farthest', 'Far', 'Half', 'Begun']);
});

test.each<[string, Partial<LibraryTitle>]>([
  ['was never begun, however few its trophies are', { progress: 0 }],
  ['is retired', { status: 'retired' }],
  ['PlayStation no longer lists', { absence: { missedAt: 1, isSure: true } }],
  ['the player hid', { hide: true }],
  ['the player has marked as unobtainable', { unobtainable: 'game' }],
])('what is nearly done has no game that %s', (_, said) => {
  const titles = [game('That', said.progress === 0 ? 0 : 18, said), game('Another', 15)];

  expect(shownBy('nearly-done', titles)).toEqual(['Another']);
});

test.each(READY_VIEWS)('the address of $name is written as the library writes it', ({ query }) => {
  expect(queryOf(viewOf(query))).toBe(query);
  expect(showsReadyView(viewOf(query), query)).toBe(true);
});
