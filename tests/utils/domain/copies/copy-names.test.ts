import { expect, test } from 'vitest';
import { copyNames } from '@/utils/domain/copies/copy-names';

const names = (month: number, device = '0a1b2c3d', who: string | null = 'Night_Owl-7') =>
  copyNames(who, device, Date.UTC(2027, month, 28));

test('the latest has one name, and each month one of its own', () => {
  expect(names(2)).toStrictEqual([
    'Trophy Shelf/Night_Owl-7 0a1b2c3d.json.gz',
    'Trophy Shelf/Night_Owl-7 0a1b2c3d month 03.json.gz',
  ]);
});

test('in two years there are twelve months and the latest', () => {
  const all = Array.from({ length: 24 }, (_, month) => names(month)).flat();
  expect(new Set(all).size).toBe(13);
});

test('no other installation has these names, also where nobody knows the player’s', () => {
  const [here, there] = ['0a1b2c3d', '4e5f6071'].map((device) => names(2, device, null));
  expect(here!.filter((name) => there!.includes(name))).toStrictEqual([]);
});

test('what no disk takes is in no name', () => {
  expect(names(0, 'a', '../*?"<ü>:\\|x').join()).toMatch(/^[\w ./,-]+$/);
  expect(names(0, 'a', '..').join()).not.toContain('..');
});
