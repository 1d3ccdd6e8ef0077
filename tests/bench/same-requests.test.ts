import { expect, test } from 'vitest';
import { answered, callOf, mostAtOnce, stretches } from './same-requests.ts';

test('requests that overlap are counted, those that follow each other are not', () => {
  expect(mostAtOnce([0, 90, 180, 270], 80)).toBe(1);
  expect(mostAtOnce([0, 5, 10, 90, 95], 80)).toBe(3);
});

test('a run falls into stretches of as many requests each; what is left over does not count', () => {
  expect(stretches([0, 10, 20, 50, 80, 81], 2)).toStrictEqual([20, 60]);
});

test('calls are made so many at a time', async () => {
  let now = 0;
  let most = 0;
  const call = async (): Promise<void> => {
    most = Math.max(most, (now += 1));
    await Promise.resolve();
    now -= 1;
  };
  const times = await answered(
    Array.from({ length: 9 }, () => call),
    { accessToken: '' },
    3,
  );
  expect([times.length, most]).toStrictEqual([9, 3]);
});

test('of the log only what asks for data is asked for again', () => {
  const entry = {
    path: '/api/trophy/v1/users/me/trophyTitles',
    query: { limit: '800', offset: '0' },
  };
  expect(callOf({ ...entry, endpoint: 'trophyTitles' } as never)).not.toBeNull();
  expect(callOf({ ...entry, endpoint: 'images' } as never)).toBeNull();
});
