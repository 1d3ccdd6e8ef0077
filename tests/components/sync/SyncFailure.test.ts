import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import LibraryHead from '@/components/library/LibraryHead.svelte';
import { DEFAULT_VIEW } from '@/utils/domain/library/library-view';
import type { SyncStatus } from '@/utils/domain/sync/sync-status';
import { EVIDENCE } from '@/utils/words/evidence';
import { ACTIONS } from '@/utils/words/needs';
import { STOP_SYNC_NAME } from '@/utils/words/sync';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { aProgress, aSnapshot } from '../../support/statuses.ts';

const RUNNING: SyncStatus = { state: 'running', ...aProgress() };

function open(sync: SyncStatus) {
  const shown = { count: 5, titles: 5, view: DEFAULT_VIEW };
  const head = { ...shown, busy: false, now: Date.now(), onsync: null };
  return render(LibraryHead, { ...head, snapshot: aSnapshot({ sync }) });
}

test('“Stop the sync” that fails says why, and is tried again', async () => {
  answerAsBackground({ ok: false, failure: { cause: 'unexpected' } });
  const { getByRole, getByText } = await open(RUNNING);
  await getByRole('button', { name: STOP_SYNC_NAME }).click();

  const alert = getByRole('alert');
  await expect.element(alert).toHaveAttribute('data-cause', 'unexpected');
  await expect.element(getByText(EVIDENCE)).toBeVisible();
  await expectAccessible();

  const asked = answerAsBackground();
  await getByRole('button', { name: ACTIONS.again }).click();
  await expect.element(alert).not.toBeInTheDocument();
  expect(asked).toEqual(['stopSync']);
});

test.each<[string, SyncStatus]>([
  ['over', { state: 'idle' }],
  ['stopped', { ...RUNNING, state: 'stopped' }],
])('what is %s by now need not be stopped', async (_, now) => {
  answerAsBackground({ ok: false, failure: { cause: 'storage-full' } });
  const { getByRole, rerender } = await open(RUNNING);
  await getByRole('button', { name: STOP_SYNC_NAME }).click();
  await expect.element(getByRole('alert')).toHaveAttribute('data-cause', 'storage-full');

  await rerender({ snapshot: aSnapshot({ sync: now }) });
  await expect.element(getByRole('alert')).not.toBeInTheDocument();
});
