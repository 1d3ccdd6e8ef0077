import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import LibraryHead from '@/components/library/LibraryHead.svelte';
import type { SyncStatus } from '@/utils/domain/sync/sync-status';
import { EVIDENCE } from '@/utils/words/evidence';
import { ACTIONS } from '@/utils/words/needs';
import { GO_ON_NAME, STOP_SYNC_NAME } from '@/utils/words/sync';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { aProgress, aSnapshot } from '../../support/statuses.ts';

const RUNNING: SyncStatus = { state: 'running', ...aProgress() };

function open(sync: SyncStatus) {
  const head = { count: 5, titles: 5, busy: false, now: Date.now(), onsync: null };
  return render(LibraryHead, { ...head, snapshot: aSnapshot({ sync }) });
}

test.each([
  [STOP_SYNC_NAME, 'stopSync', RUNNING],
  [GO_ON_NAME, 'syncNow', { ...RUNNING, state: 'stopped' }],
] as const)('“%s” that fails says why, and is tried again', async (name, request, sync) => {
  answerAsBackground({ ok: false, failure: { cause: 'unexpected' } });
  const { getByRole } = await open(sync);
  await getByRole('button', { name }).click();

  const alert = getByRole('alert');
  await expect.element(alert).toHaveAttribute('data-cause', 'unexpected');
  await expect.element(alert.getByText(EVIDENCE)).toBeVisible();
  await expectAccessible();

  const asked = answerAsBackground();
  await alert.getByRole('button', { name: ACTIONS.again }).click();
  await expect.element(alert).not.toBeInTheDocument();
  expect(asked).toEqual([request]);
});

test('what is over by now need not be stopped', async () => {
  answerAsBackground({ ok: false, failure: { cause: 'storage-full' } });
  const { getByRole, rerender } = await open(RUNNING);
  await getByRole('button', { name: STOP_SYNC_NAME }).click();
  await expect.element(getByRole('alert')).toHaveAttribute('data-cause', 'storage-full');

  await rerender({ snapshot: aSnapshot() });
  await expect.element(getByRole('alert')).not.toBeInTheDocument();
});
