import { expect, test } from 'vitest';
import { platformName } from '@/utils/words/platforms';

test.each([
  ['PSVITA', 'PS Vita'],
  ['PSPC', 'PC'],
  ['PS5', 'PS5'],
  ['PS9', 'PS9'],
])('%s is written %s', (platform, name) => {
  expect(platformName(platform)).toBe(name);
});
