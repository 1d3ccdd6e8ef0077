import { expect, test } from 'vitest';
import { platformsNamed } from '@/utils/domain/library/platforms';

test.each([
  ['PSVITA,PS4', ['PSVITA', 'PS4']],
  ['PS5, PS5\n', ['PS5']],
  ['ps5,PS5, psVita', ['PS5', 'PSVITA']],
  ['PS9,Steam Deck,steam deck', ['PS9', 'Steam Deck', 'steam deck']],
  [' ,,', []],
])('the platforms in %j are %j', (text, platforms) => {
  expect(platformsNamed(text)).toStrictEqual(platforms);
});
