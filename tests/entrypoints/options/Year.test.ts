import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { browser } from 'wxt/browser';
import { atRest } from '@/components/app/interactions';
import App from '@/entrypoints/options/App.svelte';
import { LibraryDatabase } from '@/utils/database/database';
import { packed } from '@/utils/database/packed-set';
import type { LibraryTitle } from '@/utils/domain/library/title';
import { earningsOf } from '@/utils/domain/numbers/earnings';
import { DEFAULT_SETTINGS } from '@/utils/domain/settings';
import type { TrophySet } from '@/utils/domain/trophies/trophy-set';
import { readYearFile } from '@/utils/exports/year-file';
import * as words from '@/utils/words/en/year.json';
import { accountLibrary } from '../../support/account-library.ts';
import { answerAsBackground } from '../../support/answer-as-background.ts';
import { dayNumber } from '../../support/civil-days.ts';
import { countedYear } from '../../support/counted-year.ts';
import { earnedAt, setId } from '../../support/earned-trophies.ts';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { publish } from '../../support/publish-status.ts';
import { aLibraryTitle, aSnapshot, connected } from '../../support/statuses.ts';
import { aPlayedGame } from '../../support/titles.ts';

const NOW = Date.now();
const ZONE = 'Europe/Berlin';
const ONLINE_ID = aSnapshot().player!.onlineId!;
const CASUAL = accountLibrary('casual', NOW);
const YEAR = new Date(Math.max(...CASUAL.earned.map(({ at }) => at))).getUTCFullYear();
const COUNTED = countedYear(CASUAL, YEAR, { zone: ZONE, now: NOW });
const NONE = { bronze: 0, silver: 0, gold: 0, platinum: 0 };
let accounts = 0;
let saved: { name: string; blob: Blob }[] = [];
let written: string[] = [];

beforeEach(async () => {
  await page.viewport(1280, 900);
  await browser.storage.local.clear();
  vi.spyOn(browser.runtime, 'getManifest').mockReturnValue({ version: '1' } as never);
  [saved, written] = [[], []];
  const blobs = new Map<string, Blob>();
  const create = URL.createObjectURL.bind(URL);
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    const url = create(blob);
    if (blob instanceof Blob) blobs.set(url, blob);
    return url;
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    saved.push({ name: this.download, blob: blobs.get(this.href)! });
  });
  const context = CanvasRenderingContext2D.prototype;
  const write = vi.spyOn(context, 'fillText');
  write.mockImplementation(function (this: CanvasRenderingContext2D, text, x) {
    written.push(text);
    // Whatever is written stands within the picture.
    const { width } = this.measureText(text);
    const before = this.textAlign === 'center' ? width / 2 : this.textAlign === 'right' ? width : 0;
    expect(x - before).toBeGreaterThanOrEqual(0);
    expect(x - before + width).toBeLessThanOrEqual(this.canvas.width);
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

interface Opened {
  titles: readonly LibraryTitle[];
  sets: readonly TrophySet[];
  hash?: string;
  fill?: (database: LibraryDatabase) => Promise<unknown>;
}

async function openYear({ titles, sets, hash = `#/year/${String(YEAR)}`, fill }: Opened) {
  const accountId = `year-${String(++accounts)}-${String(NOW)}`;
  const database = new LibraryDatabase(accountId);
  await database.titles.bulkPut([...titles]);
  await database.trophySets.bulkPut(sets.map(packed));
  await database.earnings.bulkPut(sets.map((set) => earningsOf(set, Date.now(), true)));
  await fill?.(database);
  const requests: { name: string; payload: unknown }[] = [];
  answerAsBackground(undefined, (name, payload) => requests.push({ name, payload }));
  const player = { ...aSnapshot().player!, accountId };
  await publish({
    connection: connected({ accountId }),
    snapshot: { ...aSnapshot({ titleCount: titles.length }), player },
    settings: { ...DEFAULT_SETTINGS, zone: ZONE },
  });
  history.replaceState(null, '', hash);
  await render(App);
  return { requests };
}

function stat(name: string) {
  return page.getByTestId(`year-${name}`);
}

function button(name: string) {
  return page.getByRole('button', { name, exact: true });
}

/** What is written into the picture once it shows this; what was changed before is drawn a frame later. */
async function picturedAfter(change: () => Promise<void>): Promise<string> {
  await expect.poll(() => written.length).toBeGreaterThan(10);
  await atRest();
  written = [];
  await change();
  await expect.poll(() => written.length).toBeGreaterThan(10);
  return written.join('\n');
}

async function savedAt(name: string): Promise<{ name: string; blob: Blob }> {
  saved = [];
  await button(name).click();
  await expect.poll(() => saved.length).toBe(1);
  return saved[0]!;
}

async function unpacked(blob: Blob): Promise<string> {
  return new Response(blob.stream().pipeThrough(new DecompressionStream('gzip'))).text();
}

function said(value: number): string {
  return value.toLocaleString('en-US');
}

test('a year shows what other code has counted, and its picture and its file say the same', async () => {
  await openYear(CASUAL);
  await expect.element(stat('trophies')).toHaveTextContent(said(COUNTED.trophies));
  await expect.element(stat('platinums')).toHaveTextContent(said(COUNTED.platinums.length));
  await expect.element(stat('hundreds')).toHaveTextContent(said(COUNTED.hundreds.length));
  await expect.element(stat('gold')).toHaveTextContent(said(COUNTED.grades.gold));
  await expect
    .element(stat('streak'))
    .toHaveTextContent(words.streakDays({ days: COUNTED.streak }, 'en-US'));
  await expect
    .element(stat('busiest'))
    .toHaveTextContent(words.busiestTrophies({ trophies: COUNTED.busiest }, 'en-US'));
  await expectAccessible();
  document.documentElement.style.removeProperty('color-scheme');

  // Nobody is named until the player says so; names of games are.
  const game = CASUAL.titles.find(
    ({ npCommunicationId }) => npCommunicationId === COUNTED.platinums[0],
  )!;
  const first = await picturedAfter(() =>
    page.getByRole('radio', { name: words.schemes.dark }).click(),
  );
  const landscape = await picturedAfter(() =>
    page.getByRole('radio', { name: new RegExp(words.shapes.landscape) }).click(),
  );
  for (const picture of [first, landscape]) {
    expect(picture.split('\n')).toEqual(
      expect.arrayContaining([
        ...[String(YEAR), said(COUNTED.trophies), said(COUNTED.hundreds.length)],
        ...Object.values(COUNTED.grades).map(said),
      ]),
    );
    expect(picture).not.toContain(ONLINE_ID);
  }
  expect(first).toContain(game.name.split(' ')[0]);
  const named = await picturedAfter(() =>
    page.getByRole('switch', { name: words.showsWho }).click(),
  );
  expect(named).toContain(ONLINE_ID);

  const file = await readYearFile(await unpacked((await savedAt(words.file)).blob));
  expect(file).toMatchObject({
    account: ONLINE_ID,
    year: { year: YEAR, trophies: COUNTED.trophies, longestStreak: COUNTED.streak },
  });
  if (typeof file === 'string') throw new Error(file);
  const { games } = file;
  const months = file.year.months.map((trophies) => trophies ?? 0);
  expect(months).toEqual(COUNTED.months);
  expect(games.map(({ points }) => points)).toEqual(COUNTED.gamePoints);
  expect(
    games
      .filter(({ platinum }) => platinum)
      .map((each) => each.npCommunicationId)
      .sort(),
  ).toEqual(COUNTED.platinums);

  // Without names nothing leads to a game: not in the picture, its description, its name and the file.
  await page.getByRole('switch', { name: words.showsWho }).click();
  const without = await picturedAfter(() =>
    page.getByRole('switch', { name: words.showsGames }).click(),
  );
  const text = await unpacked((await savedAt(words.file)).blob);
  const picture = await savedAt(words.save);
  const alt = page.getByRole('img', { name: new RegExp(String(YEAR)) }).element();
  const alternative = document.querySelector('p.alt')?.textContent;
  const out = [without, text, picture.name, alternative].join('\n');
  for (const { name, npCommunicationId } of CASUAL.titles) {
    expect(out).not.toContain(name);
    expect(out).not.toContain(npCommunicationId);
  }
  expect(out).not.toContain(ONLINE_ID);
  // A zone tells where the player lives.
  expect(out).not.toContain(ZONE);
  expect(alt).toBeVisible();

  expect(picture.name).toBe(`trophy-shelf-${String(YEAR)}-landscape.png`);
  const bitmap = await createImageBitmap(picture.blob);
  expect([bitmap.width, bitmap.height, picture.blob.type]).toEqual([1_200, 630, 'image/png']);
  // The dark theme's board lies at the foot of it.
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  expect([...context.getImageData(600, 625, 1, 1).data]).toEqual([0x57, 0x62, 0x7d, 255]);
});

describe('states', () => {
  function aSet(n: number, ...instants: (string | null)[]): TrophySet {
    const trophies = instants.map((at, trophyId) => earnedAt(at, { trophyId, grade: 'bronze' }));
    return { npCommunicationId: setId(n), groups: [], trophies };
  }

  /** Three hours of one game, on the day after the first reading. */
  async function playedInDecember(database: LibraryDatabase) {
    const [first, second] = [dayNumber('2025-12-09'), dayNumber('2025-12-10')];
    const lastPlayedAt = Date.parse('2025-12-10T12:00:00Z');
    await database.playedGames.put({
      ...aPlayedGame({ npTitleId: 'A', lastPlayedAt }),
      ...{ npCommunicationIds: [setId(1)], refusal: null, matched: 1 },
    });
    await database.playedListDays.put({ month: '2025-12', days: [first, second] });
    await database.playDays.put({
      ...{ npTitleId: 'A', month: '2025-12' },
      days: [
        [first, 36_000, null],
        [second, 46_800, null],
      ],
    });
  }

  test('one trophy, of a hidden game with a long name: it is told of, and never named in a picture', async () => {
    const name = '終わりのない冒険と失われた王国の伝説 '.repeat(6).trim();
    const title = aLibraryTitle({
      ...{ npCommunicationId: setId(1), name, hidden: true, progress: 5 },
      earned: { ...NONE, bronze: 1 },
    });
    await openYear({
      titles: [title],
      sets: [aSet(1, '2025-06-01T10:00:00Z')],
      hash: '#/year/1999',
      fill: playedInDecember,
    });
    const said = words.insteadEarlier({ asked: '1999', year: '2025' });
    await expect.element(page.getByRole('main').getByText(said)).toBeVisible();
    await expect.element(stat('trophies')).toHaveTextContent('1');
    await expect.element(stat('played')).toHaveTextContent('3 hr');
    await expect.element(page.getByRole('main').getByText(name).first()).toBeVisible();
    await expect.poll(() => written.length).toBeGreaterThan(8);
    expect(written.join('\n')).not.toContain('終');
    expect(page.getByRole('figure').elements()).toEqual([]);

    location.replace('#/year/abc%20d');
    const noYear = page.getByText(words.insteadUnknown({ asked: 'abc d' }));
    await expect.element(noYear).toBeVisible();
    location.replace('#/year/2025');
    await expect.poll(() => noYear.elements()).toEqual([]);
    // In the place of this one: the way back leads past the years that were looked at.
    const { length } = history;
    await page
      .getByRole('combobox', { name: words.jump })
      .selectOptions(String(new Date(NOW).getFullYear()));
    await expect.poll(() => location.hash).toBe(`#/year/${String(new Date(NOW).getFullYear())}`);
    await expect.element(page.getByRole('main').getByText(words.emptySoFar)).toBeVisible();
    expect(history.length).toBe(length);
  });

  test('games that are not fetched: at least so many, with the button that fetches them', async () => {
    const missing = aLibraryTitle({
      ...{ npCommunicationId: 'NPWR99999_00', choice: 'unpicked' },
      ...{ progress: 50, lastUpdatedAt: NOW },
      earned: { ...NONE, gold: 7 },
    });
    const { requests } = await openYear({ ...CASUAL, titles: [...CASUAL.titles, missing] });
    await expect.element(stat('trophies')).toHaveTextContent(`${said(COUNTED.trophies)}+`);
    await expect.element(stat('gold')).toHaveTextContent(`${said(COUNTED.grades.gold)}+`);
    await expect.element(page.getByRole('main').getByText(words.atLeast)).toBeVisible();
    await expect.poll(() => written).toContain(`${said(COUNTED.trophies)}+`);
    await page.getByRole('button', { name: 'Fetch 1 game' }).click();
    await expect
      .poll(() => requests)
      .toContainEqual({
        name: 'chooseGames',
        payload: { choices: [['NPWR99999_00', 'picked']] },
      });
  });

  test('nothing with a date: it says what comes', async () => {
    const title = aLibraryTitle({ npCommunicationId: setId(1), earned: { ...NONE, bronze: 1 } });
    await openYear({ titles: [title], sets: [aSet(1, null)], hash: '#/year' });
    await expect.element(page.getByRole('main').getByText(words.nothingTitle)).toBeVisible();
  });
});
