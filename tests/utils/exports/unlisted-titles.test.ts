import { expect, test } from 'vitest';
import { WHOLE_SET, type StoredItem } from '@/utils/domain/library/player-item';
import { unlistedTitles } from '@/utils/exports/unlisted-titles';
import { aLibraryTitle } from '../../support/library-titles';

function said(game: number, kind: string, value: unknown, trophyId = WHOLE_SET): StoredItem {
  const npCommunicationId = `NPWR0000${String(game)}_00`;
  return { kind, npCommunicationId, trophyId, value, version: 1, device: 'here' };
}

test('games that no list has are those of which the player has said something that can be told', () => {
  const listed = aLibraryTitle({ npCommunicationId: 'NPWR00001_00' });
  const items = [
    ...[said(1, 'note', 'listed', 1), said(2, 'note', 'mine', 1), said(3, 'tags', ['cosy'])],
    ...[said(4, 'status', 'playing'), said(4, 'hide', true), said(5, 'unobtainable', true, 2)],
    ...[said(6, 'note', null, 1), said(7, 'hide', true), said(8, 'choice', 'picked')],
  ];
  const unlisted = unlistedTitles(items, [listed]);
  const ids = unlisted.map(({ npCommunicationId }) => npCommunicationId.slice(8, 9));
  expect(ids).toEqual(['2', '3', '4', '5']);
  expect(unlisted[1]).toMatchObject({ name: 'NPWR00003_00', tags: ['cosy'], progress: null });
  expect(unlisted[2]).toMatchObject({ status: 'playing', hide: true, isPlus: null });
});
