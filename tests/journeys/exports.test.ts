import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { Accounts } from '../psn/accounts/accounts.ts';
import { definedOf, earnedOf, titleProgressOf } from '../psn/accounts/trophy-set.ts';
import type { Counts } from '../psn/formulas.ts';
import { importByYamtrack } from '../support/yamtrack-importer.ts';
import * as words from '../../utils/words/en/exports.json';
import { savedBy } from './saved-by.ts';
import { connectedFirefox } from './connected-firefox.ts';
import { connectedScene } from './scene.ts';
import { readLibrary, type StoredTitle } from './stored-library.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');

type Target = keyof typeof words.targets;
type Line = Record<string, string>;

function total(counts: Counts): string {
  return String(Object.values<number>({ ...counts }).reduce((sum, each) => sum + each, 0));
}

test('files of the library say what the account has', async () => {
  const { chromium } = await connectedScene({ account: 'casual', startsAt: NOW });
  const { titles } = await readLibrary(chromium);
  const account = new Accounts(1, NOW).named('casual');
  const fetched = (titles as StoredTitle[])
    .filter((title) => title.fetched.earned !== null)
    .flatMap(({ npCommunicationId: id }) => account.trophies(account.setsById().get(id)!));
  expect(fetched.length).toBeGreaterThan(100);
  const page = await chromium.openOptions('#/settings');

  const games = linesOf(await exported(page, 'games'));
  const asIs = account.sets.map((set) => ({
    ...{ np_communication_id: set.npCommunicationId, title: set.name },
    ...{ earned: total(earnedOf(set)), trophies: total(definedOf(set)) },
    progress: String(titleProgressOf(set)),
  }));
  const byId = (lines: Line[]): Line[] =>
    lines.toSorted((one, other) => idOf(one).localeCompare(idOf(other)));
  expect(byId(games)).toMatchObject(byId(asIs));

  const trophies = linesOf(await exported(page, 'trophies'));
  expect(trophies).toHaveLength(fetched.length);
  const days = (instants: string[]): string[] => instants.filter((at) => at !== '').toSorted();
  expect(days(trophies.map((line) => line['UnlockTimeUtc']!))).toEqual(
    days(fetched.map(({ earnedAt }) => (earnedAt === null ? '' : utc(earnedAt)))),
  );

  const begun = account.sets.filter((set) => total(earnedOf(set)) !== '0');
  const entries = importByYamtrack(String(await exported(page, 'yamtrack')));
  expect(entries.map(idOf).toSorted()).toEqual(
    begun.map(({ npCommunicationId }) => npCommunicationId).toSorted(),
  );
  const { entries: logged } = JSON.parse(String(await exported(page, 'backloggd'))) as {
    entries: unknown[];
  };
  expect(logged.length).toBeGreaterThan(30);
  const { Games } = JSON.parse(String(await exported(page, 'playnite'))) as { Games: unknown[] };
  expect(Games).toHaveLength(account.sets.length);
  const notes = Object.values(unzipSync(await exported(page, 'vault'))).map((each) =>
    strFromU8(each),
  );
  expect(notes).toHaveLength(account.sets.length);
  expect(notes.join('\n').match(/^- \[[x ]\] /gm)).toHaveLength(fetched.length);
  const archive = String(await exported(page, 'archive'));
  expect(archive.match(/<li /g)).toHaveLength(fetched.length);
  const events = String(await exported(page, 'calendar')).match(/^BEGIN:VEVENT/gm);
  expect(events).toHaveLength(fetched.filter(({ earnedAt }) => earnedAt !== null).length);
});

function idOf(line: Line): string {
  return line['np_communication_id'] ?? '';
}

function utc(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}

function linesOf(file: Uint8Array): Line[] {
  const text = new TextDecoder().decode(file);
  const { data, errors } = Papa.parse<Line>(text, { header: true, skipEmptyLines: true });
  expect(errors).toEqual([]);
  return data;
}

/** The file that the browser saves. */
async function exported(page: Page, target: Target): Promise<Buffer> {
  await page.getByRole('combobox', { name: words.exportAs }).selectOption(target);
  return savedBy(page, words.exportIt);
}

test('a file is made in Firefox too', { tags: ['long'] }, async () => {
  const { firefox } = await connectedFirefox();
  await firefox.openOptions('#/settings');
  await firefox.page.waitFor(
    `return [...document.querySelectorAll('button')].some((each) => each.textContent.trim() === '${words.exportIt}')`,
  );
  await firefox.page.click('button', words.exportIt);
  await firefox.page.waitFor(
    `return [...document.querySelectorAll('button')].some((each) => each.textContent.trim() === '${words.saveAgain}')`,
  );
});
