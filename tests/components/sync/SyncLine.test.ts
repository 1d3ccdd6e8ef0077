import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import '@/components/basics/theme.css';
import '@/components/basics/base.css';
import { Requests } from '@/components/app/requests.svelte';
import SyncLine from '@/components/sync/SyncLine.svelte';
import { LIST_PHASES, type SyncStatus } from '@/utils/domain/sync/sync-status';
import type { RequestName } from '@/utils/messaging/protocol';
import { copyCompared, restFollows, syncUnfinished } from '@/utils/words/en/sync.json';
import { STOP_SYNC_NAME, stoppedAt } from '@/utils/words/sync';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { aProgress, aSnapshot } from '../../support/statuses.ts';

// Noon: a pause of minutes must not lead into another day.
const NOW = new Date(2026, 10, 22, 12).getTime();
const TROPHIES = aProgress({
  phase: 'trophies',
  done: 12,
  total: 40,
  requestsLeft: 84,
  endsAt: NOW + 30_000,
});

let asked: RequestName[];

beforeEach(() => {
  asked = answerAsBackground();
});

function show(sync: SyncStatus) {
  return render(SyncLine, {
    snapshot: aSnapshot({ sync, lastSyncedAt: NOW - 60_000 }),
    requests: new Requests(),
    now: NOW,
  });
}

test('a running sync says what it does, how far it is and what is left, and can be stopped', async () => {
  const { getByRole } = await show({ state: 'running', ...TROPHIES });

  const bar = getByRole('progressbar', { name: 'Sync' });
  await expect.element(bar).toMatchTextContent(/Trophies of games 12 of 40/);
  await expect.element(bar).toMatchTextContent(/84 requests, about 30 seconds left/);
  await expectAccessible();

  await getByRole('button', { name: STOP_SYNC_NAME }).click();
  await expect.poll(() => asked).toEqual(['stopSync']);
});

test('a pause of our own is no alarm, and says when it goes on', async () => {
  const { getByRole } = await show({
    state: 'paused',
    ...TROPHIES,
    failure: { cause: 'own-pause' },
    resumesAt: NOW + 600_000,
  });

  const bar = getByRole('progressbar', { name: 'Sync' });
  await expect.element(bar).toHaveAccessibleDescription(/Continues at .*\. Sync now waits too\./);
  await expect.element(getByRole('button', { name: STOP_SYNC_NAME })).toBeVisible();
});

test('a pause that leaves part of the window to picks says that these come at once', async () => {
  const { getByRole, rerender } = await show({ state: 'idle' });
  const sync: SyncStatus = {
    ...{ state: 'paused', ...TROPHIES, failure: { cause: 'own-pause' } },
    resumesAt: NOW + 600_000,
  };
  const bar = getByRole('progressbar', { name: 'Sync' });
  const left = { requests: 150, fullAt: NOW + 600_000 };
  await rerender({ snapshot: aSnapshot({ sync, hasChosen: false, budget: left }) });
  await expect.element(bar).toHaveAccessibleDescription(/^Picks come at once, all else at .*\.$/);

  await rerender({ snapshot: aSnapshot({ sync, hasChosen: true, budget: left }) });
  await expect.element(bar).toHaveAccessibleDescription(/Sync now waits too/);
  const spent = { ...left, requests: 20 };
  await rerender({ snapshot: aSnapshot({ sync, hasChosen: false, budget: spent }) });
  await expect.element(bar).toHaveAccessibleDescription(/Sync now waits too/);
});

test('while a copy is compared it says that it goes on by itself, and can be stopped', async () => {
  const { getByRole } = await show({
    ...{ state: 'paused', ...TROPHIES, failure: { cause: 'library-compared' } },
    resumesAt: NOW + 300_000,
  });
  const bar = getByRole('progressbar', { name: 'Sync' });
  await expect.element(bar).toHaveAccessibleDescription(new RegExp(copyCompared));
  await getByRole('button', { name: STOP_SYNC_NAME }).click();
  await expect.poll(() => asked).toEqual(['stopSync']);
});

test('a sync that the player stopped says where, and leaves going on to “Sync now”', async () => {
  const { getByRole, rerender } = await show({ state: 'running', ...TROPHIES });
  await getByRole('button', { name: STOP_SYNC_NAME }).click();
  await rerender({ snapshot: aSnapshot({ sync: { state: 'stopped', ...TROPHIES } }) });

  await expect.element(getByRole('button')).not.toBeInTheDocument();
  // Where the button was, for whoever has pressed it by keyboard.
  const words = stoppedAt(TROPHIES, 'en');
  await expect.poll(() => document.activeElement?.textContent).toBe(words);
});

test('a sync of which only the rest is left counts as done, and says that more comes', async () => {
  const rest = { ...TROPHIES, isRest: true as const };
  const { container, getByRole, getByText, rerender } = await show({ state: 'running', ...rest });
  await expect.element(getByRole('link', { name: 'Synced 1 minute ago' })).toBeVisible();
  await expect.element(getByText(restFollows)).toBeVisible();
  expect(container.querySelector('[role=progressbar], button')).toBeNull();
  await expectAccessible();

  const pause = { failure: { cause: 'own-pause' as const }, resumesAt: NOW + 600_000 };
  await rerender({ snapshot: aSnapshot({ sync: { state: 'paused', ...rest, ...pause } }) });
  await expect.element(getByText(restFollows)).toBeVisible();
  await rerender({ snapshot: aSnapshot({ sync: { state: 'stopped', ...rest } }) });
  await expect.element(getByText(restFollows)).not.toBeInTheDocument();
  expect(container.querySelector('[role=progressbar], button')).toBeNull();
});

const OFFLINE = { failure: { cause: 'offline' }, resumesAt: NOW + 600_000 } as const;

test.each<SyncStatus>([
  { state: 'paused', ...TROPHIES, ...OFFLINE },
  { state: 'paused', ...TROPHIES, phase: 'matching', ...OFFLINE },
  { state: 'blocked', ...TROPHIES, failure: { cause: 'storage-full' } },
  { state: 'blocked', ...TROPHIES, phase: 'matching', failure: { cause: 'storage-full' } },
])(
  'a sync that is $state in $phase before the picked trophies are here is not called synced',
  async (sync) => {
    const { getByRole, getByText } = await show(sync);
    await expect.element(getByRole('link', { name: syncUnfinished })).toBeVisible();
    await expect.element(getByText(/^Synced/)).not.toBeInTheDocument();
  },
);

test.each(LIST_PHASES)('one that waits in %s says when the last was whole', async (phase) => {
  const { getByRole } = await show({ state: 'paused', ...TROPHIES, phase, ...OFFLINE });
  await expect.element(getByRole('link', { name: 'Synced 1 minute ago' })).toBeVisible();
});

test('afterwards it leads to what the sync found', async () => {
  const { getByRole } = await show({ state: 'idle' });

  const link = getByRole('link', { name: 'Synced 1 minute ago' });
  await expect.element(link).toHaveAttribute('href', '/options.html#/syncs');
  await expectAccessible();
});

test('has the same height in the popup whatever it says', async () => {
  document.body.style.cssText = 'inline-size: 328px; margin: 0';
  onTestFinished(() => document.body.removeAttribute('style'));
  const states: SyncStatus[] = [
    { state: 'idle' },
    { state: 'running', ...aProgress() },
    { state: 'running', ...TROPHIES },
    { state: 'stopped', ...TROPHIES },
    { state: 'running', ...TROPHIES, isRest: true },
    {
      state: 'paused',
      ...TROPHIES,
      failure: { cause: 'own-pause' },
      resumesAt: NOW + 10 * 60_000,
    },
  ];
  const heights = new Set<number>();
  for (const said of [
    ...states.map((sync) => ({ sync })),
    { sync: states.at(-1)!, hasChosen: false },
  ]) {
    const { container, unmount, rerender } = await show(said.sync);
    await rerender({ snapshot: aSnapshot({ ...said, lastSyncedAt: NOW - 60_000 }) });
    const line = container.querySelector('.line')!;
    // What is under way is loaded late.
    await expect.poll(() => line.textContent?.trim()).not.toBe('');
    heights.add(Math.round(line.getBoundingClientRect().height));
    await unmount();
  }
  expect(heights.size).toBe(1);
});
