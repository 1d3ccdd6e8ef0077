import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import RestoreCopy from '@/components/copies/RestoreCopy.svelte';
import { CopyToRestore } from '@/utils/copy-worker/restore-copy';
import { eraseDatabases } from '@/utils/database/erase';
import { OTHER_DATABASES } from '@/utils/database/our-databases';
import { openStaging, type RestoreStep } from '@/utils/database/staging';
import * as words from '@/utils/words/en/copies.json';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { libraryAndCopy, MINE, NOW } from '../../support/library-and-copy.ts';
import { aStatus, connected } from '../../support/statuses.ts';

const STATUS = aStatus({ connection: connected({ accountId: MINE }) });

beforeEach(async () => {
  await browser.storage.local.clear();
  await eraseDatabases();
  answerAsBackground();
});

async function planOf(file: File): Promise<void> {
  const copy = await CopyToRestore.read(file, () => undefined);
  await copy.plan({ way: 'merge', now: NOW, mark: 'a' });
  copy.close();
}

async function comesTo(step: RestoreStep): Promise<void> {
  const staging = (await openStaging(OTHER_DATABASES.restore))!;
  onTestFinished(() => staging.close());
  await staging.plan.update('plan', { step });
}

test.each(['wanted', 'undoing'] as const)(
  'a copy that is chosen while another one is moved is told to wait for that, and is no fault: %s',
  async (step) => {
    const file = await libraryAndCopy(3, 2);
    await planOf(file);
    await comesTo(step);
    const { getByRole, getByLabelText } = await render(RestoreCopy, { status: STATUS, now: NOW });
    await getByRole('button', { name: words.restore }).click();
    await getByLabelText(words.copyFile).upload(file);
    await expect.element(getByRole('alert')).toMatchTextContent(words.refusals.restoring);
    await expect.element(getByRole('alert')).toMatchTextContent(words.notReadTitle);
  },
);

test('so is one that was read before the other was wanted', async () => {
  const file = await libraryAndCopy(3, 2);
  const { getByRole, getByLabelText, getByText } = await render(RestoreCopy, {
    ...{ status: STATUS, now: NOW },
  });
  const restore = getByRole('button', { name: words.restoreNow, exact: true });
  await getByRole('button', { name: words.restore }).click();
  await getByLabelText(words.copyFile).upload(file);
  await expect.element(restore).toHaveAttribute('aria-disabled', 'false');
  await comesTo('wanted');
  await getByText(words.replace, { exact: true }).click();
  await expect.element(getByRole('alert')).toMatchTextContent(words.refusals.restoring);
});
