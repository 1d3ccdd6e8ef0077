import { expect, test } from 'vitest';
import { PreviewCounts } from '@/utils/copy-worker/preview-counts';
import { aLibraryTitle } from '../../support/library-titles';

test('trophies without a game on either side are no game that comes', () => {
  const counts = new PreviewCounts();
  counts.game(undefined, undefined);
  expect(counts.counted.games).toEqual({ come: 0, change: 0, stay: 0, go: 0 });
  counts.game(undefined, aLibraryTitle());
  expect(counts.counted.games).toMatchObject({ come: 1 });
});
