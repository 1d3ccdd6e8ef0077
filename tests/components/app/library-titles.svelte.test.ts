import { expect, test } from 'vitest';
import { LibraryTitles } from '@/components/app/library-titles.svelte';
import type { Follower, ReadTitles, Source } from '@/utils/database/queries';
import { manyLibraryTitles } from '../../support/statuses.ts';

/** A source whose values the test says. */
class SaidByHand<Value> implements Source<Value> {
  followers = 0;
  #follower: Follower<Value> | undefined;

  subscribe(follower: Follower<Value>): { unsubscribe: () => void } {
    this.followers += 1;
    this.#follower = follower;
    return { unsubscribe: () => (this.followers -= 1) };
  }

  say(value: Value): void {
    this.#follower?.next(value);
  }

  fail(): void {
    this.#follower?.failed({ cause: 'storage-damaged' });
  }

  miss(): void {
    this.#follower?.missing(false);
  }
}

function follow(isFirstThere = false) {
  const first = new SaidByHand<ReadTitles>();
  const all = new SaidByHand<ReadTitles>();
  const library = new LibraryTitles(
    { firstTitles: () => first, titles: () => all },
    isFirstThere ? [] : undefined,
  );
  const seen: string[] = [];
  const stop = $effect.root(() => {
    $effect(() => {
      const { current } = library;
      seen.push(
        current.state === 'ready'
          ? `${current.value.titles.length}${current.value.complete ? '' : ' so far'}`
          : current.state,
      );
    });
  });
  return { first, all, seen, stop };
}

const titles = (count: number): ReadTitles => ({
  titles: manyLibraryTitles(count),
  unreadable: 0,
});

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

test('shows a first screen, then everything, and then follows everything alone', async () => {
  const { first, all, seen, stop } = follow();
  await settled();
  first.say(titles(50));
  expect(all.followers).toBe(0);
  await expect.poll(() => all.followers).toBe(1);
  all.say(titles(1_300));
  await settled();

  expect(seen).toEqual(['loading', '50 so far', '1300']);
  expect(first.followers).toBe(0);
  expect(all.followers).toBe(1);
  stop();
});

test('reads everything at once where a first screen is shown already', async () => {
  const { first, all, seen, stop } = follow(true);
  await settled();
  expect([first.followers, all.followers]).toEqual([0, 1]);
  all.say(titles(1_300));
  await settled();

  expect(seen).toEqual(['loading', '1300']);
  stop();
});

test('a flood of writes changes the page a few times only, and the last is never left out', async () => {
  const { first, all, seen, stop } = follow();
  await settled();
  first.say(titles(0));
  for (let count = 1; count <= 200; count += 1) {
    all.say(titles(count));
    await Promise.resolve();
  }
  await expect.poll(() => seen.at(-1), { timeout: 2_000 }).toBe('200');

  expect(seen.length).toBeLessThan(6);
  stop();
});

test('an empty library is complete, not loading', async () => {
  const { first, all, seen, stop } = follow();
  await settled();
  first.say(titles(0));
  all.say(titles(0));
  await settled();

  expect(seen).toEqual(['loading', '0']);
  stop();
});

test('a database that cannot be read is no empty library', async () => {
  const { first, seen, stop } = follow();
  await settled();
  first.fail();
  await settled();

  expect(seen.at(-1)).toBe('failed');
  stop();
});

test('what failed or is missing comes all the same, and nothing old after it', async () => {
  const { first, all, seen, stop } = follow();
  await settled();
  first.fail();
  await settled();
  first.say(titles(1));
  await expect.poll(() => all.followers).toBe(1);
  all.say(titles(2));
  all.say(titles(3));
  all.miss();
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(seen.at(-1)).toBe('missing');

  all.say(titles(4));
  await settled();
  expect(seen.at(-1)).toBe('4');
  stop();
});

test.each([
  ['before the first screen is seen', () => Promise.resolve()],
  ['after it', (all: SaidByHand<ReadTitles>) => expect.poll(() => all.followers).toBe(1)],
])('nobody who looks, nobody who follows: %s', async (_, wait) => {
  const { first, all, stop } = follow();
  await settled();
  first.say(titles(1));
  await wait(all);
  stop();
  await new Promise((resolve) => setTimeout(resolve, 300));

  expect(first.followers + all.followers).toBe(0);
});
