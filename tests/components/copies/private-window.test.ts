import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import CheckCopy from '@/components/copies/CheckCopy.svelte';
import RestoreCopy from '@/components/copies/RestoreCopy.svelte';
import SaveCopy from '@/components/copies/SaveCopy.svelte';
import { databaseNames } from '@/utils/database/database-names';
import { eraseDatabases } from '@/utils/database/erase';
import * as words from '@/utils/words/en/copies.json';
import { causes } from '@/utils/words/en/failures.json';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { libraryAndCopy, MINE, NOW } from '../../support/library-and-copy.ts';
import { aStatus, connected } from '../../support/statuses.ts';

const PRIVATE = causes['private-window'].title;
const STATUS = aStatus({ connection: connected({ accountId: MINE }) });
let asked: string[];

/** A page in a private window has the status, and databases of its own: none. */
beforeEach(async () => {
  asked = answerAsBackground();
  const runtime = { ...browser.runtime, getContexts: () => Promise.resolve([]) };
  const before = { extension: browser.extension, runtime: browser.runtime };
  Object.assign(browser, { extension: { inIncognitoContext: true }, runtime });
  onTestFinished(() => void Object.assign(browser, before));
  await eraseDatabases();
});

test('a copy is saved of no library in a private window, and why is said', async () => {
  const { getByRole, getByText } = await render(SaveCopy, {
    ...{ accountId: MINE, status: STATUS, now: NOW },
  });
  await getByRole('button', { name: words.save }).click();
  await expect.element(getByText(PRIVATE)).toBeVisible();
});

test.each([
  ['restored', () => render(RestoreCopy, { status: STATUS, now: NOW }), words.restore],
  ['checked', () => render(CheckCopy, { settings: STATUS.settings, now: NOW }), words.check],
])('no copy is %s there, nor read, and why is said', async (_, rendered, button) => {
  const file = await libraryAndCopy(3, 2);
  await eraseDatabases();
  const { getByRole, getByLabelText, getByText } = await rendered();
  await getByRole('button', { name: button }).click();
  await getByLabelText(words.copyFile).upload(file);
  await expect.element(getByText(PRIVATE)).toBeVisible();
  expect(getByText(words.noAccount).elements()).toEqual([]);
  expect(getByRole('table').elements()).toEqual([]);
  expect(await databaseNames()).toEqual([]);
  expect(asked).not.toContain('restoreCopy');
});
