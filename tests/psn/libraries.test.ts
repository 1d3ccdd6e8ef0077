/** @module-tag slow */

import { describe, expect, test } from 'vitest';
import { ACCOUNT_NAMES } from './accounts/account-plan.ts';
import { Accounts } from './accounts/accounts.ts';
import { trophyCountOf } from './accounts/trophy-sets.ts';
import { UNUSUAL_NAMES } from './accounts/unusual-names.ts';
import { GRADES, noTrophies } from './formulas.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const accounts = new Accounts(1, NOW);

const SMALL_ENOUGH = ACCOUNT_NAMES.filter((name) => name !== 'leaderboard' && name !== 'largest');

describe.each(SMALL_ENOUGH)('%s', (name) => {
  const account = accounts.named(name);

  test('earned and defined counts match the trophies', () => {
    for (const set of account.sets) {
      for (const group of set.groups) {
        const defined = noTrophies();
        const earned = noTrophies();
        for (const trophy of account.trophies(set).filter(({ groupId }) => groupId === group.id)) {
          defined[trophy.grade]++;
          if (trophy.earnedAt !== null) earned[trophy.grade]++;
        }
        expect({ defined, earned }).toEqual({ defined: group.defined, earned: group.earned });
      }
    }
  });

  test('the last earned trophy is the last update, and the platinum comes after its base game', () => {
    for (const set of account.sets) {
      const earned = account.trophies(set).filter(({ earnedAt }) => earnedAt !== null);
      const moments = earned.map(({ earnedAt }) => earnedAt ?? 0);
      if (moments.length > 0) expect(Math.max(...moments)).toBe(set.updatedAt);
      const platinum = earned.find(({ grade }) => grade === 'platinum');
      const base = earned.filter(({ groupId }) => groupId === 'default');
      if (platinum)
        expect(platinum.earnedAt).toBe(Math.max(...base.map((one) => one.earnedAt ?? 0)));
    }
  });
});

test('the same seed and moment make the same library', () => {
  const again = new Accounts(1, NOW).named('casual');
  expect(again.sets).toEqual(accounts.named('casual').sets);
  expect(again.games).toEqual(accounts.named('casual').games);
  expect(new Accounts(2, NOW).named('casual').sets).not.toEqual(again.sets);
});

test('the leaderboard has 5,000 titles and exactly 250,000 trophies', () => {
  const { sets } = accounts.named('leaderboard');
  expect(sets).toHaveLength(5000);
  expect(trophyCountOf(sets)).toBe(250_000);
  expect(
    sets.every((set) =>
      set.groups.every(({ defined }) => GRADES.every((grade) => defined[grade] >= 0)),
    ),
  ).toBe(true);
});

test('the largest account has 18,516 titles and 13,455 games, each once', () => {
  const { sets, games } = accounts.named('largest');
  expect(new Set(sets.map(({ npCommunicationId }) => npCommunicationId)).size).toBe(18_516);
  expect(new Set(games.map(({ npTitleId }) => npTitleId)).size).toBe(13_455);
  expect([sets.length, games.length]).toEqual([18_516, 13_455]);
});

test('a hunter has everything that makes trouble', () => {
  const hunter = accounts.named('hunter');
  const names = new Set(hunter.sets.map(({ name }) => name));
  expect([...UNUSUAL_NAMES].filter((name) => !names.has(name))).toEqual([]);
  const platforms = new Set(hunter.sets.map(({ platform }) => platform));
  expect([...platforms].sort()).toEqual([
    'PS3',
    'PS3,PS4',
    'PS3,PSVITA,PS4',
    'PS4',
    'PS5',
    'PS5,PSPC',
    'PSVITA',
    'PSVITA,PS4',
  ]);
  expect(hunter.sets.some(({ hidden }) => hidden)).toBe(true);
  expect(hunter.sets.some(({ groups }) => groups.length > 4)).toBe(true);
  expect(hunter.sets.some(({ groups }) => groups[0]?.defined.platinum === 0)).toBe(true);
  expect(hunter.games.some(({ npCommunicationIds }) => npCommunicationIds.length === 3)).toBe(true);
  expect(hunter.games.some(({ category }) => category.endsWith('media_app'))).toBe(true);
  expect(hunter.games.some((game) => game.npCommunicationIds.length === 0)).toBe(true);
  const fed = hunter.games.flatMap(({ npCommunicationIds }) => npCommunicationIds);
  expect(fed.length).toBeGreaterThan(new Set(fed).size);
  const unplayed = hunter.sets.filter(
    ({ platform, npCommunicationId }) => platform === 'PS4' && !fed.includes(npCommunicationId),
  );
  expect(unplayed.length).toBeGreaterThan(0);
});

test('the newest activity is some hours old, the oldest about ten years', () => {
  const { sets } = accounts.named('hunter');
  const ages = sets.map(({ updatedAt }) => (NOW - updatedAt) / 86_400_000);
  expect(Math.min(...ages)).toBeGreaterThan(0);
  expect(Math.min(...ages)).toBeLessThan(1);
  expect(Math.max(...ages)).toBeGreaterThan(3400);
});

test('PS3 and Vita leave no trace among the played games', () => {
  const legacy = accounts.named('legacy');
  expect(legacy.sets.length).toBeGreaterThan(0);
  expect(legacy.games).toEqual([]);
});
