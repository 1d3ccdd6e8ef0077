import { expect, test } from 'vitest';
import { isAnyShort, isDueAgain, withAnswer } from '@/utils/domain/trophies/short-answer';

const DAY = 86_400_000;
const FIRST = { isShort: true, isRepeated: false };
const AGAIN = { isShort: true, isRepeated: true };

test('a short answer is asked for again with growing distance, and not for ever', () => {
  let short = withAnswer({}, 'earned', FIRST, 0);
  const distances: number[] = [];
  let now = 0;
  for (let again = short.earned?.againAt ?? null; again !== null;) {
    distances.push((again - now) / DAY);
    expect([again - 1, again].map((at) => isDueAgain(short.earned, at))).toEqual([false, true]);
    now = again;
    short = withAnswer(short, 'earned', AGAIN, now);
    again = short.earned?.againAt ?? null;
  }

  expect(distances).toStrictEqual([0.5, 2, 6, 14, 30]);
  expect([isAnyShort(short), isDueAgain(short.earned, 99 * DAY)]).toStrictEqual([true, false]);
});

test('one for another state of the game begins anew, and a whole one is the end of it', () => {
  const twice = withAnswer(withAnswer({}, 'earned', FIRST, 0), 'earned', AGAIN, 0);
  expect(withAnswer(twice, 'earned', FIRST, 0).earned?.tries).toBe(0);

  const both = withAnswer(twice, 'definitions', FIRST, 0);
  const left = withAnswer(both, 'earned', { isShort: false, isRepeated: true }, 0);
  expect(Object.keys(left)).toStrictEqual(['definitions']);
});
