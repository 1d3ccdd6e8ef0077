import { expect, test } from 'vitest';
import { isApp, isMediaApp, playedFacts, withKnownTitle } from '@/utils/domain/library/title';
import { aPlayedGame, aTitle } from '../../../support/titles';

test('of a game that Sony says nothing of add-ons there are none, or as many as it said before', () => {
  const said = (groupCount: number | null | 'unsaid', before?: number | null) =>
    withKnownTitle(
      { ...aTitle(), groupCount },
      before === undefined ? undefined : aTitle({ groupCount: before }),
    ).groupCount;

  expect([said('unsaid'), said('unsaid', 3), said('unsaid', null)]).toStrictEqual([1, 3, null]);
  expect([said(null), said(null, 3), said(null, 1)]).toStrictEqual([null, 3, null]);
  expect([said(1, 3), said(4, 3)]).toStrictEqual([1, 4]);
});

test('without a played game the trophy list dates the title, and there is no playtime', () => {
  expect(playedFacts(aTitle({ lastUpdatedAt: 42 }), [])).toMatchObject({
    lastPlayedAt: 42,
    lastPlayedSource: 'trophy-list',
    playSeconds: null,
  });
});

test('two editions of one set: the latest play counts, playtimes add up', () => {
  const editions = [
    aPlayedGame({ npTitleId: 'CUSA1', lastPlayedAt: 9, playSeconds: 60 }),
    aPlayedGame({ npTitleId: 'PPSA1', lastPlayedAt: 5, playSeconds: 30 }),
  ];
  expect(playedFacts(aTitle({ lastUpdatedAt: 42 }), editions)).toMatchObject({
    lastPlayedAt: 9,
    lastPlayedSource: 'played-list',
    playSeconds: 90,
    isPlaytimePartial: false,
  });
});

test('of editions whose dates are not known the trophy list dates the title', () => {
  const unknown = aPlayedGame({ lastPlayedAt: -7, playSeconds: 60 });
  const title = aTitle({ lastUpdatedAt: 42 });

  expect(playedFacts(title, [unknown])).toMatchObject({
    lastPlayedAt: 42,
    lastPlayedSource: 'trophy-list',
    playSeconds: 60,
  });
  expect(playedFacts(title, [unknown, aPlayedGame({ lastPlayedAt: 9 })])).toMatchObject({
    lastPlayedAt: 9,
    lastPlayedSource: 'played-list',
  });
});

test('what one edition leaves unknown is no part of a sum that looks whole', () => {
  const known = aPlayedGame({ npTitleId: 'CUSA1', playSeconds: 60 });
  const unknown = aPlayedGame({ npTitleId: 'PPSA1', playSeconds: null });

  expect(playedFacts(aTitle(), [unknown, known])).toMatchObject({
    playSeconds: 60,
    isPlaytimePartial: true,
  });
  expect(playedFacts(aTitle(), [unknown, unknown])).toMatchObject({
    playSeconds: null,
    isPlaytimePartial: false,
  });
});

test.each([
  ['ps5_web_based_media_app', true],
  ['ps5_native_media_app', true],
  ['ps4_game', false],
  ['unknown', false],
])('%s is a media app: %s', (category, expected) => {
  expect(isMediaApp({ category })).toBe(expected);
});

test.each([
  ['unknown', false, true],
  ['unknown', true, false],
  // Where Sony does not say, it is a game.
  ['unknown', null, false],
  // Nor where it files it nowhere.
  ['', null, false],
  ['', false, true],
  ['ps4_game', false, false],
  ['ps5_native_game', false, false],
  ['pspc_game', false, false],
  ['ps5_native_media_app', true, true],
  ['ps4_videoservice_web_app', null, true],
  ['ps4_nongame_mini_app', null, true],
  ['web', null, true],
  // Words that are in nobody's list.
  ['ps5_videoservice_web_app', null, true],
  ['ps6_nongame_mini_app', true, true],
  ['ps6_native_game', false, false],
  ['ps5_something', false, true],
  ['ps5_something', true, false],
  ['ps5_something', null, false],
])('%s, with genres %s, is an app: %s', (category, hasGenres, expected) => {
  expect(isApp({ category, hasGenres })).toBe(expected);
});

test.each([
  [[], null],
  [['ps_plus'], true],
  [['ps_plus', 'ps_plus'], true],
  [['none(purchased)'], false],
  [['ps_plus', 'other'], false],
  [[null], null],
  [['ps_plus', null], null],
  [['other', null], false],
] as const)('of editions that come by %j whether it is of PS Plus is %j', (services, isPlus) => {
  const editions = services.map((service) => aPlayedGame({ service }));
  expect(playedFacts(aTitle(), editions).isPlus).toBe(isPlus);
});
