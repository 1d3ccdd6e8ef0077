import { expect, test } from 'vitest';
import { fetchedAsOf, awaited } from '@/utils/words/trophies-awaited';

const DAY = 86_400_000;

test.each([
  ['nothing', 'asking', 'Asking Sony for these trophies.'],
  ['nothing', 'not-connected', 'Connect to fetch these trophies.'],
  ['nothing', 'refused', 'The last sync went on without these trophies.'],
  ['definitions', 'asking', 'Asking Sony for what you have earned.'],
  ['short', 'asking', 'Sony has sent only some of these trophies so far.'],
  ['at-odds', 'asking', 'Sony’s answers about these trophies have not agreed so far.'],
  ['older', 'asking', 'Newer trophies are on their way.'],
  ['older', 'not-connected', 'Connect to fetch newer trophies.'],
  [
    'nothing',
    'never',
    'You chose never to fetch this game, so Sony is not asked for these trophies.',
  ],
  ['older', 'stopped', 'The sync was stopped before it came to newer trophies.'],
] as const)('%s, %s: %s', (holding, arrival, words) => {
  expect(awaited(holding, arrival)).toBe(words);
});

test('says how old it is', () => {
  const then = Date.UTC(2026, 10, 3);
  expect(fetchedAsOf(then, then + 3 * DAY, 'en-GB')).toBe('As of 3 days ago.');
  expect(fetchedAsOf(0, then, 'en-GB')).toBe('As of unknown.');
});
