import { describe, expect, test } from 'vitest';
import { isSameRow } from '@/utils/domain/library/same-row';
import type { Title } from '@/utils/domain/library/title';
import { aLibraryTitle } from '../../../support/library-titles';
import { aTitle } from '../../../support/titles';

describe('a row of a title', () => {
  test.each<[string, Partial<Title>]>([
    ['name', { name: 'Lantern Keepers II' }],
    ['picture', { iconUrl: 'https://image.api.playstation.com/x.png' }],
    ['platforms', { platforms: ['PS5', 'PSPC'] }],
    ['version', { trophySetVersion: '01.01' }],
    ['version taken back', { trophySetVersion: '00.90' }],
    ['groups', { groupCount: 2 }],
    ['trophies', { defined: { bronze: 11, silver: 4, gold: 2, platinum: 1 } }],
    ['earned trophies', { earned: { bronze: 4, silver: 1, gold: 0, platinum: 0 } }],
    ['fewer earned trophies', { earned: { bronze: 2, silver: 1, gold: 0, platinum: 0 } }],
    ['progress', { progress: 16 }],
    ['being hidden', { hidden: true }],
    ['an older date', { lastUpdatedAt: 999 }],
    ['service', { npServiceName: 'trophy' }],
  ])('has changed by another %s', (_, said) => {
    expect(isSameRow(aTitle(), aTitle(said))).toBe(false);
    expect(isSameRow(aTitle(said), aTitle())).toBe(false);
  });

  test('has not changed by what is ours', () => {
    const held = aLibraryTitle({ choice: 'never', playSeconds: 9, lastPlayedAt: 9, isPlus: true });
    expect(isSameRow<Title>(held, aTitle())).toBe(true);
  });

  test('has not changed by the order in which its fields were written', () => {
    const earned = { platinum: 0, gold: 0, silver: 1, bronze: 3 };
    expect(
      isSameRow(
        aTitle({ earned: { bronze: 3, silver: 1, gold: 0, platinum: 0 } }),
        aTitle({ earned }),
      ),
    ).toBe(true);
  });
});
