import { expect, test } from 'vitest';
import { clockNote } from '@/utils/words/life-notes';
import { oldSession } from '@/utils/words/old-session';

test('says which way the clock is wrong', () => {
  const off = { value: 12, unit: 'minute' } as const;
  expect(clockNote(off, 720_000, 'en-GB')).toMatch(/clock is 12 minutes slow/);
  expect(clockNote(off, -720_000, 'en-GB')).toMatch(/clock is 12 minutes fast/);
});

test('says what either way gives', () => {
  expect(oldSession({ value: 10, unit: 'day' }, 'en-GB')).toMatch(/lasts 10 days.* about 60 days/);
});
