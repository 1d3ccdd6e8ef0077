import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import RestoreCopy from '@/components/copies/RestoreCopy.svelte';
import { eraseDatabases } from '@/utils/database/erase';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import * as words from '@/utils/words/en/copies.json';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { libraryAndCopy, MINE, NOW } from '../../support/library-and-copy.ts';
import { aStatus, connected } from '../../support/statuses.ts';

beforeEach(async () => {
  await browser.storage.local.clear();
  await eraseDatabases();
  answerAsBackground();
});

test('says how many saved views of a copy find no room here', async () => {
  const file = await libraryAndCopy(3, 0, { savedViews: [{ name: 'Long ones', query: 'q=long' }] });
  const savedViews = Array.from({ length: 100 }, (_, at) => ({
    ...{ name: `v${String(at)}`, query: 'q=a' },
  }));
  const status = aStatus({
    connection: connected({ accountId: MINE }),
    settings: { ...DEFAULT_SETTINGS, savedViews },
  });
  const { getByRole, getByLabelText, getByText } = await render(RestoreCopy, { status, now: NOW });
  await getByRole('button', { name: words.restore }).click();
  await getByLabelText(words.copyFile).upload(file);
  await expect.element(getByText(words.viewsStay({ views: 1 }, 'en'))).toBeVisible();
});
