import { describe, expect, test } from 'vitest';
import { hueOf, initialsOf } from '@/utils/format/initials';

describe('initials', () => {
  test.each([
    ['Astro Bot', 'AB'],
    ['elden ring: the third word', 'ER'],
    ['N++', 'N'],
    ['<b>Markup</b>', 'BM'],
    ['ゼルダ 無双', 'ゼ無'],
    ['e\u0301toile', 'E\u0301'],
    ['---', ''],
  ])('of %s are %s', (name, initials) => {
    expect(initialsOf(name, 'en')).toBe(initials);
  });
});

describe('the hue', () => {
  test('belongs to the name', () => {
    expect(hueOf('Returnal')).toBe(hueOf('Returnal'));
    expect(hueOf('Returnal')).not.toBe(hueOf('Journey'));
  });

  test('is a hue for any name', () => {
    for (const name of ['', 'A', '🎮'.repeat(200), 'x'.repeat(10_000)]) {
      expect(hueOf(name)).toBeGreaterThanOrEqual(0);
      expect(hueOf(name)).toBeLessThan(360);
    }
  });
});
