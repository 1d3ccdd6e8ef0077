import { expect, test } from 'vitest';
import { readerLocale } from '@/utils/format/locale';

test.each([
  [['en-US', 'en'], 'en-US'],
  [['de-DE', 'de', 'en-AU'], 'en-AU'],
  [['en'], 'en'],
  [['de-DE', 'de'], 'en-GB'],
  [['enm'], 'en-GB'],
  [[], 'en-GB'],
  [['en-US@posix'], 'en-US'],
  [['en_US.UTF-8'], 'en-US'],
  [['C'], 'en-GB'],
  [['', 'en-'], 'en-GB'],
  [['EN-us'], 'en-US'],
])('who reads %o gets %s', (languages, locale) => {
  expect(readerLocale(languages)).toBe(locale);
  expect(new Intl.NumberFormat(readerLocale(languages)).resolvedOptions().locale).toBe(locale);
});
