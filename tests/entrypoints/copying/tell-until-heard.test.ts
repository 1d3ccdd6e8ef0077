import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tellUntilHeard } from '@/entrypoints/copying/tell-until-heard';

const MINUTES = 60_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('where a worker died as it was told, the next one is told before an alarm would wake it', async () => {
  const tell = vi.fn<() => Promise<{ ok: boolean }>>();
  tell.mockReturnValueOnce(new Promise(() => undefined)).mockResolvedValue({ ok: true });
  let isHeard = false;
  const telling = tellUntilHeard(tell).then(() => (isHeard = true));
  await vi.advanceTimersByTimeAsync(15_000);
  await vi.waitFor(() => expect(isHeard).toBe(true));
  await telling;
  expect(tell).toHaveBeenCalledTimes(2);
});

test('who is refused at once tells it again for minutes, and ends', async () => {
  const tell = vi.fn(() => Promise.resolve({ ok: false }));
  let isOver = false;
  void tellUntilHeard(tell).then(() => (isOver = true));
  await vi.advanceTimersByTimeAsync(4 * MINUTES);
  expect(isOver).toBe(false);
  await vi.advanceTimersByTimeAsync(2 * MINUTES);
  expect(isOver).toBe(true);
});
