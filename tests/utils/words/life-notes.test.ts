import { expect, test } from 'vitest';
import { clockNote, sessionNote } from '@/utils/words/life-notes';
import { oldSession } from '@/utils/words/old-session';
import { lifeOf } from '../../support/statuses.ts';

const NOON = new Date(2026, 10, 22, 12, 0).getTime();

test.each([
  ['signed-out', /You signed out at PlayStation. Syncing goes on until about 1 Dec 2026; .*a week/],
  ['other-account', /Somebody else is signed in .* stays with Night_Cabinet/],
  ['unknown', /no sign-in at PlayStation in this browser/],
] as const)('a sign-in that is %s is spoken of', (state, words) => {
  expect(sessionNote(lifeOf(9, NOON, { state }), 'Night_Cabinet', 'en-GB')).toMatch(words);
});

test('a living sign-in needs no words', () => {
  expect(sessionNote(lifeOf(9, NOON), 'Night_Cabinet', 'en-GB')).toBeNull();
});

test('says which way the clock is wrong', () => {
  const off = { value: 12, unit: 'minute' } as const;
  expect(clockNote(off, 720_000, 'en-GB')).toMatch(/clock is 12 minutes slow/);
  expect(clockNote(off, -720_000, 'en-GB')).toMatch(/clock is 12 minutes fast/);
});

test('sets an old sign-in against a fresh one', () => {
  expect(oldSession({ value: 10, unit: 'day' }, 'en-GB')).toBe(
    'This sign-in has 10 days left; a fresh one lasts about 60.',
  );
  expect(oldSession({ value: 5, unit: 'hour' }, 'en-GB')).toMatch(/5 hours left; .* 60 days\./);
});
