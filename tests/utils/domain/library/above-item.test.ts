import { describe, expect, test } from 'vitest';
import { itemAbove } from '@/utils/domain/library/above-item';
import type { StoredItem } from '@/utils/domain/library/player-item';
import { laterOfBoth } from '@/utils/domain/library/roaming-items';
import { DAY, HOUR } from '@/utils/domain/time-units';

const NOW = 20_000 * DAY;
const SAYING = { device: 'here', now: NOW };

function aNote(value: string | null, version: number, kind = 'note'): StoredItem {
  const deletedAt = value === null ? { deletedAt: NOW - DAY } : {};
  const of = { npCommunicationId: 'NPWR00001_00', trophyId: 3 };
  return { kind, ...of, value, version, device: 'there', ...deletedAt };
}

describe('an item that a restoring puts in the place of a later one', () => {
  test.each([
    ['an older note', aNote('old', 400), 'old'],
    ['an older deletion', aNote(null, 400), null],
    ['none', undefined, null],
  ])('is what the other computers have by the next meeting: %s', (_, item, value) => {
    const here = aNote('new', 500);
    const above = itemAbove(item, here, SAYING)!;
    expect(above).toMatchObject({ value, device: 'here', trophyId: 3 });
    expect(above.version).toBeGreaterThan(Math.floor(NOW / HOUR));
    expect(laterOfBoth([above], [here], NOW)).toEqual([above]);
    expect(laterOfBoth([here], [above], NOW)).toEqual([above]);
    expect(above.deletedAt === undefined).toBe(value !== null);
  });

  test.each([
    ['later than the one here', aNote('new', 600), aNote('old', 500)],
    ['where there is none here', aNote('new', 600), undefined],
    ['of a kind that stays on one computer', aNote('old', 400, 'goal'), aNote('new', 500, 'goal')],
  ])('is as it is %s', (_, item, here) => {
    expect(itemAbove(item, here, SAYING)).toBe(item);
  });

  test.each([
    ['says the same', aNote('same', 400), aNote('same', 500)],
    ['was deleted in both', undefined, aNote(null, 500)],
  ])('is the one here where it %s', (_, item, here) => {
    expect(itemAbove(item, here, SAYING)).toBe(here);
  });
});
