import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import {
  asked,
  clickConnect,
  firstPage,
  type Scene,
  setScene,
  showsGames,
  syncEnds,
} from './scene.ts';
import { readTitles, trophiesToEarn } from './stored-library.ts';
import { LATEST } from '../../utils/domain/sync/latest-requests.ts';
import * as words from '../../utils/words/en/library.json';
import * as game from '../../utils/words/en/game.json';
import * as picking from '../../utils/words/en/picker.json';

const NOW = Date.parse('2026-11-20T12:00:00Z');

/** Connects for the first time and waits where that leads. */
async function pickerOpens(scene: Scene): Promise<Page> {
  await (await clickConnect(scene)).close();
  const picker = await firstPage(scene);
  expect(picker.url()).toContain('#/picker');
  await syncEnds(scene);
  return picker;
}

function gamePage({ chromium }: Scene, npCommunicationId: string): string {
  return `chrome-extension://${chromium.extensionId}/options.html#/game/${npCommunicationId}`;
}

/** Which games were asked for. */
function gamesAsked(scene: Scene): string[] {
  return asked(scene, 'earned').map(({ path }) => /NPWR\d+_\d\d/.exec(path)?.[0] ?? path);
}

/** Who opens a game that was never picked gets its trophies at once, and can write about them. */
async function opensUnpicked(scene: Scene, page: Page): Promise<void> {
  scene.simulator.control.clearLog();
  const unpicked = await readTitles(scene.chromium, 'unpicked');
  const left = unpicked.find(({ fetched }) => fetched.earned === null);
  await page.goto(gamePage(scene, left?.npCommunicationId ?? ''));

  await page.getByRole('heading', { level: 1, name: left?.name ?? '' }).waitFor();
  const trophies = page.getByRole('list', { name: 'Trophies' }).getByRole('listitem');
  await expect.poll(() => trophies.count(), { timeout: 15_000 }).toBeGreaterThan(5);
  // What the trophies are comes first, and which of them are earned after it.
  await expect.poll(() => asked(scene, 'earned').length).toBe(1);

  await page.getByRole('button', { name: game.note }).first().click();
  await page.getByRole('textbox', { name: /note/i }).fill('After the lighthouse');
  await page.getByRole('button', { name: game.save }).click();
  await page.reload();
  await page.getByText('After the lighthouse').waitFor();
}

/** The browser's own way back is asked about like any other. */
async function asksOnTheWayBack(picker: Page): Promise<void> {
  await picker.evaluate(() => history.back());
  const dialog = picker.getByRole('dialog', { name: picking.leaveTitle });
  await dialog.getByRole('button', { name: picking.stay }).click();
  expect(picker.url()).toContain('#/picker');
}

test('a newcomer imports the ticked games and some more, has a library of them, and opens one that was never picked', async () => {
  const scene = await setScene({ account: 'casual', startsAt: NOW });
  const picker = await pickerOpens(scene);
  // So high that all that is ticked is drawn, and nothing scrolls away from under a click.
  await picker.setViewportSize({ width: 1_280, height: 2_400 });
  const ticked = picker.getByRole('checkbox', { checked: true });
  await expect.poll(() => ticked.count()).toBeGreaterThan(0);
  const before = await ticked.count();
  // With nothing unsaved both ways are free, and there is one back from here.
  await picker.getByRole('link', { name: 'Library' }).click();
  await picker.getByRole('link', { name: 'Pick games' }).click();
  await expect.poll(() => ticked.count()).toBe(before);
  scene.simulator.control.clearLog();

  const left = picker.getByRole('checkbox', { checked: false });
  for (let more = 1; more <= 3; more++) {
    // The list scrolls to the game as it is clicked, and on a busy machine away from under the click.
    const counted = picker.getByRole('button', { name: `Import ${String(before + more)} games` });
    await expect
      .poll(async () => {
        // Those that stand first are fetched already.
        if (!(await counted.isVisible())) await left.nth(LATEST - before).click();
        return counted.isVisible();
      })
      .toBe(true);
  }
  await picker
    .getByRole('main')
    .getByText(/requests to Sony/)
    .waitFor();
  await asksOnTheWayBack(picker);
  await picker.getByRole('button', { name: `Import ${String(before + 3)} games` }).click();

  await picker.getByRole('heading', { name: 'Library' }).waitFor();
  await showsGames(picker, before + 3);
  await expect.poll(() => asked(scene, 'earned').length).toBe(3);
  expect(asked(scene, 'trophyTitles')).toEqual([]);

  await picker.getByRole('link', { name: 'Pick games' }).click();
  await picker.reload();
  await expect.poll(() => ticked.count()).toBe(before + 3);
  await opensUnpicked(scene, picker);
});

test('the ten latest games have their trophies before any is picked, and before the played list has come', async () => {
  const scene = await setScene({ account: 'casual', startsAt: NOW });
  scene.simulator.control.inject({
    ...{ endpoint: 'gamelist', fault: { slow: 20_000 }, call: 'every' },
  });
  await (await clickConnect(scene)).close();
  const page = await firstPage(scene);
  const fetched = async (): Promise<string[]> => {
    const titles = await readTitles(scene.chromium);
    return titles.flatMap((title) =>
      title.fetched.earned === null ? [] : title.npCommunicationId,
    );
  };
  await expect.poll(async () => (await fetched()).length, { timeout: 15_000 }).toBe(LATEST);
  const [first = ''] = gamesAsked(scene);

  await page.goto(gamePage(scene, first));
  const trophies = page.getByRole('list', { name: 'Trophies' }).getByRole('listitem');
  await expect.poll(() => trophies.count()).toBeGreaterThan(5);
  expect(asked(scene, 'earned')).toHaveLength(LATEST);
  expect(new Set(gamesAsked(scene))).toStrictEqual(new Set(await fetched()));
  expect(asked(scene, 'titlesByNpTitleId')).toEqual([]);
});

test(
  'a new trophy, an add-on and a game that is gone are in the report',
  { tags: ['long'] },
  async () => {
    const scene = await setScene({ account: 'casual', startsAt: NOW });
    const page = await pickerOpens(scene);
    const { control } = scene.simulator;
    const sets = [...new Set(gamesAsked(scene))];
    const [[played, trophyId] = ['', 0]] = await trophiesToEarn(scene.chromium);
    const [grown = '', gone = ''] = sets.filter((id) => id !== played);
    control.earnTrophy('casual', played, trophyId);
    control.addDlc('casual', grown);
    control.deleteTitle('casual', gone);

    const syncNow = async (): Promise<void> => {
      control.clearLog();
      await page.goto(`chrome-extension://${scene.chromium.extensionId}/options.html#/library`);
      await page.getByRole('button', { name: 'Sync now' }).first().click();
      await expect.poll(() => asked(scene, 'gamelist').length, { timeout: 15_000 }).toBe(1);
      await syncEnds(scene);
    };
    await syncNow();
    await syncNow();

    await page.goto(`chrome-extension://${scene.chromium.extensionId}/options.html#/syncs`);
    const reports = page.getByRole('listitem').filter({ has: page.getByRole('heading') });
    await expect.poll(() => reports.count()).toBe(3);
    expect(await reports.nth(0).innerText()).toMatch(new RegExp(words.facets.gone));
    expect(await reports.nth(1).innerText()).toMatch(
      /1 new trophy: 1 bronze\n(.*\n)*(More trophies|No longer)/,
    );
    await page.goto(gamePage(scene, gone));
    await page
      .getByRole('main')
      .getByText(/Removed from PlayStation since/)
      .waitFor();
  },
);
