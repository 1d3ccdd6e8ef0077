import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import CopiesByItself from '@/components/copies/CopiesByItself.svelte';
import { forgetCopiesFolder, storeCopiesFolder } from '@/utils/database/copies-folder';
import { eraseDatabases } from '@/utils/database/erase';
import { noteOthers } from '@/utils/database/written-copies';
import { NO_COPIES } from '@/utils/domain/copies/copies-record';
import { shortDay } from '@/utils/format/dates';
import { withShape } from '@/utils/status/stored-shape';
import * as words from '@/utils/words/en/copies.json';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { aFolderOfTheBrowsers } from '../../support/browsers-folder.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { aStatus, DAY } from '../../support/statuses.ts';

const NOW = new Date(2026, 10, 29, 12).getTime();

beforeEach(async () => {
  await browser.storage.local.clear();
  await eraseDatabases();
  answerAsBackground();
  await storeCopiesFolder(await aFolderOfTheBrowsers());
  return () => eraseDatabases();
});

function copiesAre(isOn: boolean): Promise<void> {
  return browser.storage.local.set({ copies: withShape({ ...NO_COPIES, isOn }) });
}

test('another installation’s copy under the name of ours is told until the folder is given up', async () => {
  await copiesAre(true);
  const props = { accountId: '4242424242424242', status: aStatus(), now: NOW };
  const { getByText } = await render(CopiesByItself, props);
  await expect.element(getByText(words.inFolderHint({ folder: 'Backup' }))).toBeVisible();
  const [first, last] = ['Shelf_Fan a1.json.gz', 'Shelf_Fan b2.json.gz'] as const;
  const said = getByText(words.othersCopy({ name: last, day: shortDay(NOW, 'en') }));
  await expect.element(said).not.toBeInTheDocument();

  await noteOthers(last, NOW);
  await noteOthers(first, NOW - 7 * DAY);
  await copiesAre(false);
  await expect.element(said).toBeVisible();
  await expect.element(getByText(first)).not.toBeInTheDocument();
  await expectAccessible();

  await forgetCopiesFolder();
  await copiesAre(true);
  await expect.element(said).not.toBeInTheDocument();
});
