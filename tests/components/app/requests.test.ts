import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Requests } from '@/components/app/requests.svelte';
import type { Cause, Outcome } from '@/utils/domain/failure';
import { Secret } from '@/utils/domain/connection/secret';
import type { RequestName } from '@/utils/messaging/protocol';
import { answerAsBackground } from '../../support/answer-as-background';

const MINUTE = 60_000;
const SILENT = { cause: 'storage-silent' };

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
  await expect.poll(() => refused).toStrictEqual([name, name]);

  const stored = answerAsBackground();
  await vi.advanceTimersByTimeAsync(5_000);
  await expect.poll(() => stored).toStrictEqual([name]);
  await expect.poll(() => requests.failure).toBeNull();

  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(stored).toStrictEqual([name]);
});

test('a pasted code does too', async () => {
  const requests = new Requests();
  refusedWith('storage-silent');
  await requests.connectPasted({ npsso: new Secret('n'.repeat(64)), endsIn: null });
  const stored = answerAsBackground();
  await vi.advanceTimersByTimeAsync(5_000);

  await expect.poll(() => stored).toStrictEqual(['connectPasted']);
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

describe('storage that is late', () => {
  const stored = { ok: true, value: null } as const;

  test.each(PLAIN)('is said of %s after ten seconds, and goes on by itself', async (name) => {
    const requests = new Requests();
    const late = Promise.withResolvers<Outcome>();
    const asked = answerAsBackground(late.promise);
    const done = requests.ask(name);
    await vi.advanceTimersByTimeAsync(9_000);
    expect([requests.pending, requests.failure]).toStrictEqual([name, null]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect([requests.pending, requests.failure]).toStrictEqual([null, SILENT]);

    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    expect(asked).toStrictEqual([name]);
    late.resolve(stored);
    expect(await done).toBe(true);
    expect([requests.pending, requests.failure]).toStrictEqual([null, null]);
  });

  test('leaves what was asked since as it is', async () => {
    const requests = new Requests();
    const [first, second] = [Promise.withResolvers<Outcome>(), Promise.withResolvers<Outcome>()];
    answerAsBackground(first.promise);
    const done = requests.ask('connect');
    await vi.advanceTimersByTimeAsync(11_000);
    const cancelled = answerAsBackground(second.promise);
    const cancelling = requests.ask('cancelConnecting');
    await expect.poll(() => cancelled).toStrictEqual(['cancelConnecting']);

    first.resolve({ ok: false, failure: { cause: 'storage-full' } });
    await done;
    expect([requests.pending, requests.failure]).toStrictEqual(['cancelConnecting', null]);
    second.resolve(stored);
    await cancelling;
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(cancelled).toStrictEqual(['cancelConnecting']);
  });

  test('is not said of what Sony is asked for', async () => {
    const requests = new Requests();
    answerAsBackground(new Promise<Outcome>(() => undefined));
    void requests.ask('lendNpsso');
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect([requests.pending, requests.failure]).toStrictEqual(['lendNpsso', null]);
  });
});
