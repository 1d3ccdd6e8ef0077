import { expect, test } from 'vitest';
import { clockNote } from '@/utils/words/life-notes';
import { oldSession } from '@/utils/words/old-session';

test('says which way the clock is wrong', () => {
  const off = { value: 12, unit: 'minute' } as const;
  expect(clockNote(off, 720_000, 'en-GB')).toMatch(/clock is 12 minutes slow/);
  expect(clockNote(off, -720_000, 'en-GB')).toMatch(/clock is 12 minutes fast/);
});

test('says what either way gives', () => {
  const left = { value: 9, unit: 'day' } as const;
  expect(oldSession(left, false, 'en-GB')).toMatch(/lasts 9 days, as long as your sign-in/);
  expect(oldSession(left, false, 'en-GB')).toMatch(/about 60 days: you sign out/);
  // Of a pasted code it is not theirs here, and there mostly is none to sign out of.
  expect(oldSession(left, true, 'en-GB')).toMatch(/lasts 9 days, as long as .* code is from/);
  expect(oldSession(left, true, 'en-GB')).toMatch(/about 60 days: you sign in .* in this browser/);
});
