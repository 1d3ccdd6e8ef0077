import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { Accounts } from '../psn/accounts/accounts.ts';
import { readYearFile } from '../../utils/exports/year-file.ts';
import * as statistics from '../../utils/words/en/statistics.json';
import * as year from '../../utils/words/en/year.json';
import { CLEAR_ALL as clearAll } from '../../utils/words/library-filters.ts';
import { clickConnect, firstPage, setScene, syncEnds } from './scene.ts';
import { readLibrary, type StoredTitle } from './stored-library.ts';
import { connectedFirefox } from './connected-firefox.ts';
import { savedBy } from './saved-by.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');

test(
  'every trophy that is fetched stands in the log, and an address narrows it',
  { tags: ['long'] },
  async () => {
    const scene = await setScene({ account: 'casual', startsAt: NOW });
    const popup = await clickConnect(scene);
    await (await firstPage(scene)).close();
    await popup.close();
    await syncEnds(scene);
    const { titles } = await readLibrary(scene.chromium);
    const fetched = (titles as StoredTitle[]).filter(({ fetched: { earned } }) => earned !== null);
    const account = new Accounts(1, NOW).named('casual');
    const earned = fetched.flatMap(({ npCommunicationId: id }) =>
      account.trophies(account.setsById().get(id)!).filter(({ earnedAt }) => earnedAt !== null),
    );
    expect(earned.length).toBeGreaterThan(50);

    const log = await scene.chromium.openOptions('#/log');
    const count = log.getByTestId('log-count');
    await expect.poll(() => count.getAttribute('data-count')).toBe(String(earned.length));
    const list = log.getByRole('list', { name: 'Trophy log' });
    const newest = earned.toSorted((one, other) => (other.earnedAt ?? 0) - (one.earnedAt ?? 0))[0];
    await expect
      .poll(() => list.getByRole('listitem').first().textContent())
      .toContain(newest?.name);

    const platinums = earned.filter(({ grade }) => grade === 'platinum').length;
    await log.evaluate(() => (location.hash = '#/log?grade=platinum'));
    await expect.poll(() => count.getAttribute('data-count')).toBe(String(platinums));
    await log.getByRole('button', { name: clearAll }).click();
    await list.getByRole('listitem').first().getByRole('link').first().click();
    await expect.poll(() => log.url()).toContain('#/game/');
    await log.getByRole('link', { name: 'Trophy log' }).click();
    await expect.poll(() => count.getAttribute('data-count')).toBe(String(earned.length));

    // A bar leads to what it counts.
    await log.getByRole('link', { name: 'Statistics' }).click();
    const years = log.getByRole('figure', { name: statistics.years });
    await years.getByRole('listitem').last().getByRole('link').click();
    await expect.poll(() => log.url()).toContain('#/log?year=2026');
    const ofYear = earned.filter(
      ({ earnedAt }) => new Date(earnedAt ?? 0).getUTCFullYear() === 2026,
    );
    await expect.poll(() => count.getAttribute('data-count')).toBe(String(ofYear.length));

    // The log of a year leads to that year, which can be taken along.
    await log.getByRole('link', { name: year.title({ year: '2026' }) }).click();
    const total = log.getByTestId('year-trophies');
    await expect.poll(() => total.textContent()).toBe(String(ofYear.length));
    const picture = await savedBy(log, year.save);
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1_080, 1_350]);
    const file = await readYearFile(gunzipSync(await savedBy(log, year.file)).toString());
    expect(file).toMatchObject({ account: null, year: { year: 2026, trophies: ofYear.length } });
  },
);

test('the log and the numbers stand in Firefox too', { tags: ['long'] }, async () => {
  const { firefox } = await connectedFirefox();
  await firefox.openOptions('#/log');
  await firefox.page.waitFor(
    `return Number(document.querySelector('[data-testid="log-count"]')?.dataset.count) > 50`,
  );
  await firefox.page.waitFor(
    `return document.querySelectorAll('[role="list"][aria-label="Trophy log"] [role="listitem"]').length > 5`,
  );
  await firefox.openOptions('#/statistics');
  await firefox.page.waitFor(
    `return [...document.querySelectorAll('figure')].filter((each) => each.querySelector('svg')).length > 8`,
  );
  const bar = `document.querySelector('figure a[data-mark][href^="#/log?year="]')`;
  // Back leads to the bar that was followed, where it stood.
  const left = await firefox.page.evaluate(
    `const bar = ${bar}; bar.scrollIntoView({ block: 'center' }); bar.focus({ preventScroll: true });
       return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => {
         resolve(window.scrollY); location.hash = bar.getAttribute('href');
       })));`,
  );
  expect(left).toBeGreaterThan(300);
  await firefox.page.waitFor(`return document.querySelector('[data-testid="log-count"]') !== null`);
  await firefox.page.evaluate('history.back()');
  await firefox.page.waitFor(
    `return ${bar} === document.activeElement && Math.abs(window.scrollY - arguments[0]) < 2`,
    left,
  );
  await firefox.openOptions('#/year');
  await firefox.page.waitFor(
    `return [...document.querySelectorAll('canvas')].some((each) => each.width === 1080 && each.toDataURL().length > 50000)`,
  );
  // A picture is of the chosen scheme, however this browser looks: the build knows one scheme at a time.
  for (const [scheme, isIt] of [
    ['dark', '< 60'],
    ['light', '> 180'],
  ] as const) {
    await firefox.page.evaluate(`document.querySelector('input[value="${scheme}"]').click()`);
    await firefox.page.waitFor(
      `const canvas = [...document.querySelectorAll('canvas')].find((each) => each.width === 1080);
       const [red, green, blue] = canvas.getContext('2d').getImageData(540, 1300, 1, 1).data;
       return (red + green + blue) / 3 ${isIt}`,
    );
  }
});
