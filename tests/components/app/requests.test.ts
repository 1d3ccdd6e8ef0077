import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Requests } from '@/components/app/requests.svelte';
import type { Cause } from '@/utils/domain/failure';
import { Secret } from '@/utils/domain/connection/secret';
import type { RequestName } from '@/utils/messaging/protocol';
import { answerAsBackground } from '../../support/answer-as-background';

const MINUTE = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});

afterEach(() => vi.useRealTimers());

function refusedWith(cause: Cause): RequestName[] {
  return answerAsBackground({ ok: false, failure: { cause } });
}

const PLAIN = ['connect', 'openSignIn', 'cancelConnecting', 'disconnect', 'syncNow'] as const;

test.each(PLAIN)('%s goes on by itself once the browser stores it', async (name) => {
  const requests = new Requests();
  const refused = refusedWith('storage-unavailable');
  expect(await requests.ask(name)).toBe(false);
  expect(requests.failure).toStrictEqual({ cause: 'storage-unavailable' });
  await vi.advanceTimersByTimeAsync(5_000);
  await vi.waitFor(() => expect(refused).toStrictEqual([name, name]));

  const stored = answerAsBackground();
  await vi.advanceTimersByTimeAsync(5_000);
  await vi.waitFor(() => expect(stored).toStrictEqual([name]));
  await vi.waitFor(() => expect(requests.failure).toBeNull());

  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(stored).toStrictEqual([name]);
});

test('a pasted code does too', async () => {
  const requests = new Requests();
  refusedWith('storage-silent');
  await requests.connectPasted(new Secret('n'.repeat(64)));
  const stored = answerAsBackground();
  await vi.advanceTimersByTimeAsync(5_000);

  await vi.waitFor(() => expect(stored).toStrictEqual(['connectPasted']));
});

test('what is asked for after it takes its place', async () => {
  const requests = new Requests();
  refusedWith('storage-full');
  await requests.ask('connect');
  const stored = answerAsBackground();
  await requests.ask('cancelConnecting');
  await vi.advanceTimersByTimeAsync(MINUTE);

  expect(stored).toStrictEqual(['cancelConnecting']);
});

test('nothing but storage is tried again, and that not for ever', async () => {
  const requests = new Requests();
  const faults = refusedWith('unexpected');
  await requests.ask('connect');
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(faults).toStrictEqual(['connect']);

  const refused = refusedWith('storage-full');
  await requests.ask('connect');
  await vi.advanceTimersByTimeAsync(30 * MINUTE);
  expect(refused.length).toBeLessThanOrEqual(122);
});
