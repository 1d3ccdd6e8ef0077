import { expect, test } from 'vitest';
import { readerLocale } from '@/utils/format/locale';

test.each([
  [['en-US', 'en'], 'en-US'],
  [['de-DE', 'de', 'en-AU'], 'en-AU'],
  [['en'], 'en'],
  [['de-DE', 'de'], 'en-GB'],
  [['enm'], 'en-GB'],
  [[], 'en-GB'],
])('who reads %o gets %s', (languages, locale) => {
  expect(readerLocale(languages)).toBe(locale);
});
