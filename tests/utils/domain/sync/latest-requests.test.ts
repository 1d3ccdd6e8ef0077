import { expect, test } from 'vitest';
import { RESERVE } from '@/utils/domain/sync/budget';
import { mayBeLatest, planLatest } from '@/utils/domain/sync/latest-requests';
import { planSync } from '@/utils/domain/sync/sync-plan';
import { aLibraryTitle } from '../../../support/library-titles';
import { asked, held, planInput } from '../../../support/plan-input';

const titles = [
  aLibraryTitle({ npCommunicationId: 'FIRST', groupCount: 2, choice: 'unpicked', lastPlayedAt: 1 }),
  held('HELD', { choice: 'unpicked' }),
  aLibraryTitle({ npCommunicationId: 'SECOND', choice: 'unpicked', lastPlayedAt: 2 }),
  aLibraryTitle({ npCommunicationId: 'OTHER', choice: 'unpicked', lastPlayedAt: 3 }),
];
const latest = ['SECOND', 'HELD', 'FIRST'];
const trophies = ['definitions SECOND', 'earned SECOND', 'definitions FIRST', 'earned FIRST'];

test('the latest games are asked for in the order of Sony’s list, two requests each, names of add-ons later', () => {
  const plan = planLatest(planInput({ titles, latest }));

  expect(asked(plan.now)).toStrictEqual(trophies);
  expect(asked(plan.later)).toStrictEqual(['groups FIRST']);
});

test('a game that was opened comes before them, once', () => {
  const first = ['definitions FIRST', 'groups FIRST', 'earned FIRST'];
  const plan = planLatest(planInput({ titles, latest, opened: ['OTHER', 'FIRST'] }));

  const opened = ['definitions OTHER', 'earned OTHER', ...first];
  expect(asked(plan.now)).toStrictEqual([...opened, 'definitions SECOND', 'earned SECOND']);
  expect(plan.later.filter((request) => plan.now.includes(request))).toStrictEqual([]);
});

test('they leave the reserve, and nothing that has failed is asked for again', () => {
  const failed = new Set(['definitions SECOND', 'earned SECOND']);
  expect(asked(planLatest(planInput({ titles, latest, failed })).now)).toStrictEqual(
    trophies.slice(2),
  );

  const plan = planLatest(planInput({ titles, latest, budget: RESERVE + 3 }));
  expect(asked(plan.now)).toStrictEqual(trophies.slice(0, 3));
  expect(asked(plan.later)).toStrictEqual([trophies[3], 'groups FIRST']);
});

test('they leave what is left to picks, which a game that was opened does not', () => {
  const input = { titles, latest, budget: 4, leftToPicks: 3 };
  expect(asked(planLatest(planInput(input)).now)).toStrictEqual([]);
  const plan = planLatest(planInput({ ...input, budget: RESERVE + 1, leftToPicks: RESERVE }));
  expect(asked(plan.now)).toStrictEqual(trophies.slice(0, 1));

  const opened = planLatest(planInput({ ...input, opened: ['OTHER'] }));
  expect(asked(opened.now)).toStrictEqual(['definitions OTHER', 'earned OTHER']);
});

test('where none are kept any more, since the player has picked, there is nothing to ask for', () => {
  expect(planLatest(planInput({ titles }))).toStrictEqual({ now: [], later: [] });
});

test('until then they are kept like picked ones, in the order of play, unless they are never to be fetched', () => {
  const [first, ...others] = titles;
  const never = { ...first!, choice: 'never' as const };

  expect(asked(planSync(planInput({ titles: [...others, never], latest })).now)).toStrictEqual([
    'definitions SECOND',
    'earned SECOND',
  ]);
});

test.each([
  ['one that is never to be fetched', { choice: 'never' as const }],
  ['one that Sony’s list misses', { absence: { missedAt: 1, isSure: false } }],
  ['one without a date', { lastUpdatedAt: -1 }],
])('none of them is %s', (_, said) => {
  expect(mayBeLatest(aLibraryTitle({ lastUpdatedAt: 5, ...said }))).toBe(false);
  expect(mayBeLatest(aLibraryTitle({ lastUpdatedAt: 5 }))).toBe(true);
});
