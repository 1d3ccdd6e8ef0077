import { expect, test } from 'vitest';
import {
  everyGameHint,
  newsHint,
  picksNewGamesHint,
  picturesHint,
  renewalHint,
  secretsHint,
  warnHint,
} from '@/utils/words/en/settings.json';

/** As many letters as the column of Settings has room for. */
const LINE = 105;

test('each switch says what it does in one line', () => {
  const hints = [
    everyGameHint,
    newsHint,
    picksNewGamesHint,
    picturesHint,
    renewalHint,
    secretsHint,
    warnHint,
  ];
  expect(hints.filter(({ length }) => length > LINE)).toEqual([]);
});
