import { beforeEach, expect, test, vi } from 'vitest';
import { Interactions } from '@/components/app/interactions';

let player: EventTarget;
/** What waits for frames, the oldest first. */
let frames: (() => void)[];
let interactions: Interactions;

beforeEach(() => {
  player = new EventTarget();
  frames = [];
  interactions = new Interactions(player, (shown) => void frames.push(shown));
});

const press = (): void => void player.dispatchEvent(new Event('keydown'));

test('where nobody does anything, work is done at once', () => {
  const work = vi.fn();
  interactions.whenShown(work);
  expect(work).toHaveBeenCalledOnce();
});

test('a key comes first, and is seen first', () => {
  const work = vi.fn();
  press();
  interactions.whenShown(work);
  expect(work).not.toHaveBeenCalled();

  frames.shift()?.();
  expect(work).toHaveBeenCalledOnce();
  expect(interactions.areAwaited).toBe(false);
});

test('while one types, it is the latest key that is waited for', () => {
  const work = vi.fn();
  press();
  interactions.whenShown(work);
  press();
  frames.shift()?.();
  expect(work).not.toHaveBeenCalled();

  frames.shift()?.();
  expect(work).toHaveBeenCalledOnce();
});

test('nothing waits for long, whatever the player does, and nothing is done twice', () => {
  vi.useFakeTimers();
  const work = vi.fn();
  press();
  interactions.whenShown(work);
  for (let at = 0; at < 5; at++) {
    vi.advanceTimersByTime(50);
    press();
  }
  expect(work).toHaveBeenCalledOnce();

  for (const shown of frames) shown();
  expect(work).toHaveBeenCalledOnce();
  vi.useRealTimers();
});

test('what is taken back is not done', () => {
  const work = vi.fn();
  press();
  interactions.whenShown(work)();
  frames.shift()?.();
  expect(work).not.toHaveBeenCalled();
});

test('a key of the page’s own is in its frame soon', async () => {
  const onPage = new Interactions(window);
  dispatchEvent(new KeyboardEvent('keydown'));
  expect(onPage.areAwaited).toBe(true);
  await new Promise<void>((resolve) => void onPage.whenShown(resolve));
  expect(onPage.areAwaited).toBe(false);
});
