import { expect, test } from 'vitest';
import { directionOf, localeOf } from '@/utils/format/locale';

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
  expect(localeOf('en', languages)).toBe(locale);
  expect(new Intl.NumberFormat(localeOf('en', languages)).resolvedOptions().locale).toBe(locale);
});

test.each([
  [['de-AT', 'en'], 'de-AT'],
  [['en-US'], 'de'],
])('of German texts who reads %o gets %s', (languages, locale) => {
  expect(localeOf('de', languages)).toBe(locale);
});

test.each([
  ['en', 'ltr'],
  ['pt-BR', 'ltr'],
  ['ar', 'rtl'],
  ['he', 'rtl'],
  ['fa', 'rtl'],
])('%s is read %s', (language, direction) => {
  expect(directionOf(language)).toBe(direction);
});
