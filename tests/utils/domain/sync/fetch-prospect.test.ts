import { expect, test } from 'vitest';
import { earnedKey } from '@/utils/domain/sync/answer-keys';
import { fetchProspect } from '@/utils/domain/sync/fetch-prospect';
import type { Refusal } from '@/utils/domain/sync/refusal';
import { DAY } from '@/utils/domain/time-units';
import { requestsFor } from '@/utils/domain/sync/sync-plan';
import { aLibraryTitle, allFetched } from '../../../support/library-titles.ts';

const NOW = Date.UTC(2026, 10, 26);
const TITLE = aLibraryTitle({ choice: 'picked' });

function refused(tries: number, of = earnedKey(TITLE)) {
  const failure = { kind: 'offline' } as unknown as Refusal['failure'];
  const refusal = { of, at: NOW, tries, failure, syncStartedAt: NOW };
  return { ...TITLE, fetched: { ...TITLE.fetched, refusal } };
}

test.each([
  ['picked', TITLE],
  ['unpicked', { ...TITLE, choice: 'unpicked' as const }],
  ['never', { ...TITLE, choice: 'never' as const }],
  ['picked', refused(7)],
  ['picked', refused(8, 'of another state')],
  // Whoever picks it has it asked for once the week is over; until they do nobody asks.
  ['unpicked', { ...refused(20), choice: 'unpicked' as const }],
])('%s: it is asked for, or would be', (prospect, title) => {
  expect(fetchProspect(title, NOW)).toBe(prospect);
  expect(requestsFor(title, NOW + 7 * DAY).length).toBeGreaterThan(0);
});

test('what was refused is asked for again once the week is over', () => {
  expect(fetchProspect(refused(8), NOW + 6 * DAY)).toBe('refused');
  expect(fetchProspect(refused(8), NOW + 7 * DAY)).toBe('picked');
});

test.each(['picked', 'unpicked', 'never'] as const)(
  'a game that one list has missed is not gone yet: %s',
  (choice) => {
    const title = { ...TITLE, choice, absence: { missedAt: 1, isSure: false } };
    expect(fetchProspect(title, NOW)).toBe(choice);
  },
);

const HERE = allFetched(TITLE, NOW);
const shortSince = (againAt: number | null) => ({
  ...HERE,
  fetched: { ...HERE.fetched, short: { earned: { tries: 5, againAt } } },
});

test.each([
  // Sony counts what has left the set.
  HERE,
  { ...HERE, choice: 'unpicked' as const },
  shortSince(null),
  shortSince(NOW + DAY),
])('what Sony has given all of is not fetched once more: %#', (title) => {
  expect(fetchProspect(title, NOW)).toBe('short');
  expect(requestsFor({ ...title, choice: 'picked' }, NOW)).toEqual([]);
});

test('of a game of which Sony says no count nobody knows that trophies are missing', () => {
  const earned = { bronze: 3, silver: 0, gold: null, platinum: 0 };
  const title = allFetched({ ...TITLE, earned }, NOW);
  expect(fetchProspect(title, NOW)).toBe('uncounted');
  expect(fetchProspect({ ...TITLE, earned }, NOW)).toBe('picked');
});

test('a short answer that is due again is asked for', () => {
  expect(fetchProspect(shortSince(NOW), NOW)).toBe('picked');
  expect(requestsFor(shortSince(NOW), NOW)).toHaveLength(1);
});

test.each([
  ['gone', { ...TITLE, absence: { missedAt: 1, isSure: true } }],
  ['gone', { ...TITLE, choice: 'never' as const, absence: { missedAt: 1, isSure: true } }],
  ['refused', refused(8)],
])('%s: nothing is asked, whatever is picked', (prospect, title) => {
  expect(fetchProspect(title, NOW)).toBe(prospect);
  const wanted = requestsFor({ ...title, choice: 'picked' }, NOW);
  expect(wanted.filter(({ kind }) => kind !== 'groups')).toEqual([]);
});

test('what Sony has given and the log has nothing of is not what Sony shows too little of', () => {
  expect(fetchProspect(HERE, NOW, false)).toBe('unread');
  expect(fetchProspect(shortSince(null), NOW, false)).toBe('short');
  expect(fetchProspect(TITLE, NOW, false)).toBe('picked');
});
