import { expect, test } from 'vitest';
import {
  lastAtIt,
  usedUpGames,
  whyNothingNext,
  whyNotSuggested,
  withOpenOf,
} from '@/utils/domain/numbers/next-games';
import { earnedKey } from '@/utils/domain/sync/answer-keys';
import { NOTHING_FETCHED, type LibraryTitle } from '@/utils/domain/library/title';
import { trophyKey } from '@/utils/domain/numbers/not-this';
import { noTrophies } from '@/utils/domain/trophies/grades';
import { packedOpen } from '@/utils/domain/trophies/open-trophies';
import { aLibraryTitle } from '@/tests/support/library-titles.ts';
import { aNextGame } from '@/tests/support/next-games.ts';
import { aTitle } from '@/tests/support/titles.ts';
import { aTrophy, aTrophySet } from '@/tests/support/trophies.ts';

const TITLE = aTitle();

function begun(said: Partial<LibraryTitle> = {}): LibraryTitle {
  const fetched = { ...NOTHING_FETCHED, earned: earnedKey({ ...TITLE, ...said }) };
  return aLibraryTitle({ ...TITLE, fetched, ...said });
}

test('a game that is begun, and whose trophies are here as they are, is suggested', () => {
  expect(whyNotSuggested(begun())).toBe(null);
  expect(whyNotSuggested(begun({ unobtainable: 'platinum', choice: 'unpicked' }))).toBe(null);
});

test.each<[string | null, Partial<LibraryTitle>]>([
  ['gone', { absence: { missedAt: 1, isSure: true } }],
  [null, { absence: { missedAt: 1, isSure: false } }],
  ['hidden', { hidden: true }],
  ['hidden', { hide: true }],
  ['given-up', { status: 'retired' }],
  ['given-up', { unobtainable: 'game' }],
  ['not-wanted', { choice: 'never' }],
  ['not-started', { earned: noTrophies(), progress: 0 }],
  ['done', { earned: TITLE.defined, progress: 100 }],
  ['not-fetched', { fetched: NOTHING_FETCHED }],
  ['not-fetched', { fetched: { ...NOTHING_FETCHED, earned: 'older' } }],
])('%s: %j', (reason, said) => {
  expect(whyNotSuggested(begun(said))).toBe(reason);
});

const OPEN = aTrophySet({
  trophies: Array.from({ length: 10 }, (_, trophyId) => aTrophy({ trophyId, earned: false })),
});

test('a game is used up where not all is left of what is kept with it, and there may be more', () => {
  const { npCommunicationId } = OPEN;
  const few = { ...OPEN, trophies: OPEN.trophies.slice(0, 7) };
  const titlesWith = (set: typeof OPEN) =>
    new Map([[npCommunicationId, begun({ npCommunicationId, open: packedOpen(set) })]]);
  const nothing = [aNextGame(npCommunicationId, [])];
  expect(usedUpGames(nothing, titlesWith(OPEN))).toEqual([npCommunicationId]);
  expect(usedUpGames(nothing, titlesWith(few))).toEqual([]);
  // The two rarest are no measure of the thirty that are commoner, and not kept.
  const some = [aNextGame(npCommunicationId, [1, 2])];
  expect(usedUpGames(some, titlesWith(OPEN))).toEqual([npCommunicationId]);
  const all = [aNextGame(npCommunicationId, [1, 2, 3, 4, 5, 6, 7, 8])];
  expect(usedUpGames(all, titlesWith(OPEN))).toEqual([]);
});

test('it has all that is missing of its set then, and to be had', () => {
  const { npCommunicationId } = OPEN;
  const games = [aNextGame(npCommunicationId, []), aNextGame('B', [30])];
  const unobtainable = new Set([trophyKey({ npCommunicationId, trophyId: 9 })]);
  const found = withOpenOf(games, [OPEN], { unobtainable });
  expect(found.map(({ open }) => open.length)).toEqual([9, 1]);
  expect(withOpenOf(games, [], { unobtainable })).toBe(games);
});

const [retired, hiddenAndMissing] = [
  begun({ status: 'retired' }),
  begun({ hidden: true, fetched: NOTHING_FETCHED }),
];
const [hidden, done, open, fresh] = [
  begun({ hidden: true }),
  begun({ earned: TITLE.defined, progress: 100 }),
  begun({ fetched: NOTHING_FETCHED }),
  begun({ earned: noTrophies(), progress: 0 }),
];

const WITH_PLATINUM = { ...TITLE.defined, platinum: 1 };
/** At 100 %, and its platinum has not come. */
const awaited = begun({
  ...{ defined: WITH_PLATINUM, earned: { ...WITH_PLATINUM, platinum: 0 }, progress: 100 },
});

test.each([
  ['none', []],
  ['none', [fresh]],
  ['left-out', [fresh, hidden]],
  ['done', [done, fresh]],
  // What is given up is not earned; what is done, and hidden since, is.
  ['left-out', [done, retired]],
  ['left-out', [hidden, done, fresh]],
  ['done', [done, { ...done, hidden: true }]],
  ['none', [{ ...fresh, hidden: true }]],
  ['platinum-awaited', [done, awaited, fresh]],
  ['platinum-awaited', [{ ...awaited, fetched: NOTHING_FETCHED }]],
  ['left-out', [awaited, hidden]],
  ['done', [done, { ...awaited, hidden: true }]],
  ['not-fetched', [open, hiddenAndMissing]],
  ['rest-not-fetched', [done, open, hidden]],
  ['rest-not-fetched', [begun({ fetched: { ...NOTHING_FETCHED, earned: 'older' } })]],
])('where nothing is suggested it says why: %s', (why, titles) => {
  expect(whyNothingNext(titles)).toBe(why);
});

test('games that PlayStation lists no more are not told as none that were begun', () => {
  const gone = begun({ absence: { missedAt: 1, isSure: true } });
  const untouched = begun({ earned: noTrophies(), progress: 0 });
  expect(whyNothingNext([gone, untouched])).toBe('gone');
  expect(whyNothingNext([gone, begun({ earned: TITLE.defined, progress: 100 })])).toBe('done');
  expect(whyNothingNext([{ ...untouched, absence: gone.absence }])).toBe('none');
});

test('when a set was changed is no word of when it was played', () => {
  const tally = { ...begun().tally!, lastEarnedAt: Date.UTC(2014, 5, 1) };
  const listed = { lastPlayedAt: Date.UTC(2026, 10, 25), tally };
  expect(lastAtIt({ ...listed, lastPlayedSource: 'trophy-list' })).toBe(Date.UTC(2014, 5, 1));
  expect(lastAtIt({ ...listed, lastPlayedSource: 'played-list' })).toBe(listed.lastPlayedAt);
  expect(lastAtIt({ ...listed, lastPlayedSource: 'trophy-list', tally: null })).toBe(null);
});
