import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import { AskedRestoring } from '@/components/copies/asked-restoring.svelte';
import RestoreCopy from '@/components/copies/RestoreCopy.svelte';
import { eraseDatabases } from '@/utils/database/erase';
import { OTHER_DATABASES } from '@/utils/database/our-databases';
import { eraseStaging, openStaging, planIn, type RestoreStep } from '@/utils/database/staging';
import { DISCONNECTED } from '@/utils/domain/connection/connection';
import { EMPTY_SNAPSHOT } from '@/utils/domain/sync/snapshot';
import * as words from '@/utils/words/en/copies.json';
import { CANCEL } from '@/utils/words/names';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { libraryAndCopy, NOW } from '../../support/library-and-copy.ts';
import { aStatus } from '../../support/statuses.ts';

/** As the background leaves it that comes so far with what it was asked for. */
async function comesTo(step: RestoreStep): Promise<void> {
  const staging = await openStaging(OTHER_DATABASES.restore);
  const plan = staging && (await planIn(staging));
  if (!staging || !plan) throw new Error('nothing is staged');
  await staging.plan.put({ ...plan, step });
  staging.close();
}

async function markOfPlan(): Promise<string> {
  const staging = await openStaging(OTHER_DATABASES.restore);
  const plan = staging && (await planIn(staging));
  staging?.close();
  return plan?.mark ?? '';
}

beforeEach(async () => {
  await browser.storage.local.clear();
  await eraseDatabases();
});

const onrestored = vi.fn();
const FULL = { ok: false, failure: { cause: 'storage-full' } } as const;

/** A copy of the first library here, asked for. */
async function askedFor() {
  const file = await libraryAndCopy(3, 0);
  await eraseDatabases();
  onrestored.mockClear();
  const status = aStatus({ connection: DISCONNECTED, snapshot: EMPTY_SNAPSHOT });
  const page = await render(RestoreCopy, { ...{ status, now: NOW }, onrestored });
  await page.getByRole('button', { name: words.restore }).click();
  await page.getByLabelText(words.copyFile).upload(file);
  await expect.element(page.getByRole('row', { name: /3 0 0 0/ })).toBeVisible();
  await page.getByRole('button', { name: words.restoreNow, exact: true }).click();
  await expect.element(page.getByRole('alert')).toBeVisible();
  return page;
}

test('where no worker answers, it is said that what it has written down goes on', async () => {
  answerAsBackground(async () => {
    await comesTo('wanted');
    throw new Error('died');
  });
  const { getByRole } = await askedFor();
  await expect.element(getByRole('alert')).toMatchTextContent(words.goesOn);
  await expect.element(getByRole('alert')).not.toMatchTextContent(words.nothingChanged);
  // Asked again, it is seen through here.
  const asked = answerAsBackground();
  await getByRole('button', { name: words.restoreNow, exact: true }).click();
  await expect.element(getByRole('dialog')).not.toBeInTheDocument();
  expect(asked[0]).toBe('restoreCopy');
});

test.each(['restored', 'done'] as const)(
  'once the alarm has brought it to %s, all goes on as after an answer',
  async (step) => {
    answerAsBackground(async () => {
      await comesTo('wanted');
      throw new Error('died');
    });
    const { getByRole } = await askedFor();
    await expect.element(getByRole('alert')).toMatchTextContent(words.goesOn);
    // Closed and opened again, it is looked at all the same.
    await getByRole('button', { name: CANCEL, exact: true }).click();
    await getByRole('button', { name: words.restore, exact: true }).click();
    await getByRole('button', { name: CANCEL, exact: true }).click();
    await expect.element(getByRole('alert')).toMatchTextContent(words.goesOn);
    answerAsBackground();
    await comesTo(step);
    await expect.poll(() => onrestored.mock.calls.length).toBe(1);
    await expect.element(getByRole('dialog')).not.toBeInTheDocument();
    await expect.element(getByRole('alert')).not.toBeInTheDocument();
  },
);

test('where the alarm fails too, it is not said any more that it goes on', async () => {
  answerAsBackground(async () => {
    await comesTo('wanted');
    throw new Error('died');
  });
  const { getByRole } = await askedFor();
  await expect.element(getByRole('alert')).toMatchTextContent(words.goesOn);
  await comesTo('staged');
  await expect.element(getByRole('alert')).toMatchTextContent(words.nothingChanged);
  await expect.element(getByRole('alert')).not.toMatchTextContent(words.goesOn);
  expect(onrestored).not.toHaveBeenCalled();
});

test('a page that is left looks at it no more', async () => {
  answerAsBackground(async () => {
    await comesTo('wanted');
    throw new Error('died');
  });
  const { getByRole, unmount } = await askedFor();
  await expect.element(getByRole('alert')).toMatchTextContent(words.goesOn);
  const left = vi.spyOn(AskedRestoring.prototype, 'leave');
  onTestFinished(() => left.mockRestore());
  await unmount();
  expect(left).toHaveBeenCalledOnce();

  const asked = new AskedRestoring();
  const became = asked.ask(await markOfPlan());
  await expect.poll(() => asked.goesOn).toBe(true);
  asked.leave();
  await comesTo('done');
  expect(await became).toBe('failed');
});

test.each(['restored', 'done'] as const)(
  'where it failed once the library was changed, and is %s, that is said',
  async (step) => {
    answerAsBackground(async (name) => {
      if (name !== 'restoreCopy') return { ok: true, value: null };
      await comesTo(step);
      return FULL;
    });
    const { getByRole } = await askedFor();
    await expect.element(getByRole('dialog')).not.toBeInTheDocument();
    await expect.element(getByRole('alert')).toMatchTextContent(words.isRestored);
    await expect.element(getByRole('alert')).not.toMatchTextContent(words.nothingChanged);
  },
);

test('where it found no room even to say so, nothing was changed', async () => {
  answerAsBackground(async () => {
    await eraseStaging(OTHER_DATABASES.restore);
    return FULL;
  });
  const { getByRole } = await askedFor();
  await expect.element(getByRole('alert')).toMatchTextContent(words.nothingChanged);
});

test('where nobody can say what it came to, nothing is said of that', async () => {
  const looks = Promise.withResolvers<void>();
  answerAsBackground(async () => {
    await eraseStaging(OTHER_DATABASES.restore);
    const lists = vi.spyOn(IDBFactory.prototype, 'databases').mockImplementation(function (
      this: IDBFactory,
    ) {
      lists.mockRestore();
      looks.resolve();
      return this.databases();
    });
    throw new Error('died');
  });
  const { getByRole } = await askedFor();
  // What it came to is looked for, and found nowhere.
  await looks.promise;
  await navigator.locks.request('databases', () => undefined);
  for (let frame = 0; frame < 2; frame++) await new Promise((next) => requestAnimationFrame(next));
  await expect.element(getByRole('alert')).not.toMatchTextContent(words.nothingChanged);
});
