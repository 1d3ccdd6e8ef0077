import { expect, test } from 'vitest';
import { rest, restFollows, restStopped, stopName } from '../../utils/words/en/sync.json';
import { asked, clickConnect, libraryOpens, setScene, syncEnds } from './scene.ts';
import { readSnapshot } from './stores.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');

test('once the picked games are there the rest follows without a bar, and the history can stop it', async () => {
  const scene = await setScene({ account: 'casual', startsAt: NOW });
  const { chromium, simulator } = scene;
  await chromium.worker.evaluate(() => chrome.storage.local.set({ settings: { everyGame: true } }));
  simulator.control.inject({ endpoint: 'earned', fault: { slow: 700 }, call: 'every' });
  const popup = await clickConnect(scene);
  const library = await libraryOpens(scene);
  await expect
    .poll(() => readSnapshot(chromium), { timeout: 60_000 })
    .toMatchObject({ sync: { state: 'running', isRest: true } });

  for (const page of [popup, library]) {
    await page.getByRole('main').getByText(restFollows).waitFor();
    expect(await page.getByRole('progressbar').count()).toBe(0);
  }
  await library.getByRole('link', { name: /^Synced / }).click();
  const region = library.getByRole('region', { name: rest });
  await region.getByText(/Trophies of games \d+ of \d+/).waitFor();
  await region.getByRole('button', { name: stopName }).click();
  await region.getByText(restStopped).waitFor();
  await expect.poll(() => simulator.waitingAnswers()).toBe(0);
  const stopped = asked(scene, 'earned').length;
  expect(stopped).toBeLessThan(42);
  await chromium.worker.kill();
  await library.reload();
  await chromium.worker.evaluate(() => 0);
  await region.getByText(/Stopped\. Trophies of games/).waitFor();
  expect(asked(scene, 'earned')).toHaveLength(stopped);

  simulator.control.clearFaults();
  await popup.getByRole('button', { name: 'Sync now' }).click();
  await expect.poll(() => asked(scene, 'trophyTitles').length).toBe(2);
  await syncEnds(scene);
  await region.waitFor({ state: 'detached' });
  // Two at the most are asked for anew: what was on its way when it was stopped.
  expect(asked(scene, 'earned').length - 42).toBeLessThanOrEqual(2);
});
