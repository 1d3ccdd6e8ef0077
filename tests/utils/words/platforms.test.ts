import { expect, test } from 'vitest';
import { platformName, platformNames } from '@/utils/words/platforms';

test.each([
  ['PSVITA', 'PS Vita'],
  ['PSPC', 'PC'],
  ['PS5', 'PS5'],
  ['PS9', 'PS9'],
  ['__proto__', '__proto__'],
  ['constructor', 'constructor'],
])('%s is written %s', (platform, name) => {
  expect(platformName(platform)).toBe(name);
});

test('the platforms of a game are one text, each once and none without a word', () => {
  expect(platformNames(['PSVITA', 'PS4', 'PSVITA', ' '])).toBe('PS Vita · PS4');
  expect(platformNames([])).toBe('');
});
