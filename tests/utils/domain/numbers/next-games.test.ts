import { expect, test } from 'vitest';
import { whyNotSuggested } from '@/utils/domain/numbers/next-games';
import { earnedKey } from '@/utils/domain/sync/answer-keys';
import { NOTHING_FETCHED, type LibraryTitle } from '@/utils/domain/library/title';
import { noTrophies } from '@/utils/domain/trophies/grades';
import { aLibraryTitle } from '@/tests/support/library-titles.ts';
import { aTitle } from '@/tests/support/titles.ts';

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
