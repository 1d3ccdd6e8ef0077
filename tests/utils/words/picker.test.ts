import { expect, test } from 'vitest';
import { BUDGET } from '@/utils/domain/sync/budget';
import { roughly } from '@/utils/words/durations';
import {
  afterRemoving,
  afterRemovingAmongAll,
  allGamesHere,
  allHere,
  asksNothing,
  atOnce,
  nothingTicked,
  nothingTickedAmongAll,
  save,
  tickFirst,
} from '@/utils/words/en/picker.json';
import { allGames, pickOffer, savePicks, tickedGames, type PickSaving } from '@/utils/words/picker';

const SAVED: PickSaving = {
  ticked: 3,
  added: 0,
  removed: 0,
  isUnsaved: false,
  hasChosen: true,
  everyGame: false,
};
const FREE = { requests: 0, milliseconds: 0, limit: null };

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

test.each([
  [350, 'a few seconds'],
  [29.4 * SECOND, 'about 30 seconds'],
  [54 * SECOND, 'about 50 seconds'],
  [57 * SECOND, 'about 1 minute'],
  [16 * MINUTE, 'about 16 minutes'],
  [59.6 * MINUTE, 'about 1 hour'],
  [60.7 * MINUTE, 'about 1 hour'],
  [2.3 * HOUR, 'about 2 hours 15 minutes'],
  [9.95 * HOUR, 'about 10 hours'],
  [13.4 * HOUR, 'about 13 hours'],
])('%i milliseconds are %s', (milliseconds, words) => {
  expect(roughly(milliseconds, 'en-GB')).toBe(words);
});

test('says what importing takes', () => {
  const price = (requests: number, milliseconds: number, limit: typeof BUDGET | null = null) =>
    pickOffer(SAVED, { requests, milliseconds, limit }, 'en-GB').price;
  expect(price(84, 29_400)).toBe('84 requests to Sony, about 30 seconds');
  expect(price(1, 350)).toBe('1 request to Sony, a few seconds');
  expect(price(1_240, 60.7 * MINUTE, BUDGET)).toBe(
    '1,240 requests, about 1 hour: Sony allows about 300 in 15 minutes. It goes on by itself, also when this page is closed.',
  );
});

test.each([
  [0, 'Import 0 games', '0 games ticked'],
  [1, 'Import 1 game', '1 game ticked'],
  [12, 'Import 12 games', '12 games ticked'],
  [1_300, 'Import 1,300 games', '1,300 games ticked'],
])('%i games', (value, button, ticked) => {
  const saving = { ticked: value, added: value, removed: 0, isUnsaved: false };
  expect(savePicks(saving, 'en-GB')).toBe(button);
  expect(tickedGames(value, 'en-GB')).toBe(ticked);
});

test.each([
  [{ ticked: 3, added: 2, removed: 0 }, 'Import 3 games'],
  [{ ticked: 3, added: 0, removed: 1 }, 'Remove 1 game'],
  [{ ticked: 1_300, added: 2, removed: 4 }, 'Import 1,300 games, remove 4'],
  [{ ticked: 1_300, added: 2, removed: 1_200 }, 'Import 1,300 games, remove 1,200'],
  [{ ticked: 3, added: 0, removed: 0 }, 'Save changes'],
])('the button says what it saves: %o', (saving, words) => {
  expect(savePicks({ ...saving, isUnsaved: true }, 'en-GB')).toBe(words);
});

test.each([
  ['picked here', { added: 3, isUnsaved: true }, 'Import 3 games', atOnce],
  ['cleared here', { removed: 1, isUnsaved: true }, 'Remove 1 game', afterRemoving],
  ['saved and here', {}, null, allHere],
  ['ticked for the player, who can still save it', { hasChosen: false }, 'Import 3 games', atOnce],
  ['nothing', { ticked: 0 }, 'Import 0 games', tickFirst],
  [
    'nothing, and something is never to be fetched',
    { ticked: 0, isUnsaved: true },
    'Save changes',
    nothingTicked,
  ],
  [
    'cleared here, and every game is fetched',
    { removed: 1, isUnsaved: true, everyGame: true },
    'Remove 1 game',
    afterRemovingAmongAll,
  ],
  [
    'nothing, and every game is fetched',
    { ticked: 0, isUnsaved: true, everyGame: true },
    'Save changes',
    nothingTickedAmongAll,
  ],
] as const)(
  'the button and what it takes go together without requests: %s',
  (_, said, save, price) => {
    const isIdle = price === tickFirst;
    expect(pickOffer({ ...SAVED, ...said }, FREE, 'en-GB')).toEqual({ save, price, isIdle });
  },
);

test('what is saved and not here yet can be asked for', () => {
  const cost = { requests: 2, milliseconds: 700, limit: null };
  expect(pickOffer(SAVED, cost, 'en-GB').save).toBe('Import 3 games');
});

test('says what all of them take', () => {
  expect(allGames(42, 84, 29_400, 'en-GB')).toBe(
    'Tick all 42 games: 84 requests, about 30 seconds',
  );
  expect(allGames(1_300, 2_600, 29_400, 'en-GB')).toMatch(
    /^Tick all 1,300 games: 2,600 requests, /,
  );
});

test.each([
  [{ removed: 1 }, false, 'Remove 1 game', afterRemoving],
  [{ removed: 1 }, true, 'Remove 1 game', afterRemovingAmongAll],
  [{}, false, save, asksNothing],
  [{}, true, save, nothingTickedAmongAll],
] as const)(
  'what was picked before is no price of %j, every game fetched: %s',
  (changed, everyGame, button, price) => {
    const cost = { requests: 480, milliseconds: 15 * MINUTE, limit: BUDGET };
    const saving = { ...SAVED, isUnsaved: true, everyGame, ...changed };
    expect(pickOffer(saving, cost, 'en')).toEqual({ save: button, isIdle: false, price });
  },
);

test('what is ticked besides has a price again', () => {
  const cost = { requests: 480, milliseconds: 15 * MINUTE, limit: BUDGET };
  const saving = { ...SAVED, isUnsaved: true, added: 1, removed: 1 };
  expect(pickOffer(saving, cost, 'en').price).toMatch(/^480 requests/);
});

test('all games of which everything is here are offered without a price', () => {
  expect(allGames(1_300, 0, 0, 'en')).toBe(allGamesHere({ games: 1_300 }, 'en'));
  expect(allGames(1_300, 0, null, 'en')).toBe(allGamesHere({ games: 1_300 }, 'en'));
});
