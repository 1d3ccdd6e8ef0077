import { expect, test } from 'vitest';
import { inRounds } from './rounds.ts';

test('each runs once a round, the first rounds do not count', async () => {
  const order: string[] = [];
  let clock = 0;
  const run = (name: string) => () => {
    order.push(name);
    return Promise.resolve((clock += 1));
  };
  const times = await inRounds(
    { a: run('a'), b: run('b') },
    { rounds: 3, dropped: 1, random: () => 0.99 },
  );

  expect(order).toStrictEqual(['b', 'a', 'b', 'a', 'b', 'a', 'b', 'a']);
  expect(times).toStrictEqual({ a: [4, 6, 8], b: [3, 5, 7] });
});

test('what comes between is over before the next begins', async () => {
  const order: string[] = [];
  const between = (): Promise<unknown> => Promise.resolve(order.push('rest'));
  const run = { a: () => Promise.resolve(order.push('a')) };
  await inRounds(run, { rounds: 2, dropped: 0, between });
  expect(order).toStrictEqual(['rest', 'a', 'rest', 'a']);
});

test('none always goes first', async () => {
  const first = new Set<string>();
  let before = '';
  const run = (name: string) => () => {
    if (before !== 'a' || name === 'a') first.add(name);
    before = before === '' || before === 'b' ? name : '';
    return Promise.resolve(1);
  };
  await inRounds({ a: run('a'), b: run('b') }, { rounds: 30 });
  expect([...first].sort()).toStrictEqual(['a', 'b']);
});

test('rounds go on until it is enough, a limit of them or one of time', async () => {
  const roundsOf = async (options: object): Promise<number> => {
    const run = { a: () => Promise.resolve(1) };
    return (await inRounds(run, { rounds: 3, dropped: 1, ...options })).a.length;
  };
  const limit = { seconds: 60, rounds: 9 };
  expect(await roundsOf({})).toBe(3);
  expect(await roundsOf({ limit, isEnough: () => true })).toBe(3);
  expect(await roundsOf({ limit, isEnough: ({ a }: { a: number[] }) => a.length === 5 })).toBe(5);
  expect(await roundsOf({ limit, isEnough: () => false })).toBe(9);
  expect(await roundsOf({ limit: { ...limit, seconds: 0 }, isEnough: () => false })).toBe(3);
});
