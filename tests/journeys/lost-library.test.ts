import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { connectedScene, showsGames, syncEnds } from './scene.ts';
import { readTitles } from './stored-library.ts';
import { loseDatabases } from './stores.ts';
import * as app from '../../utils/words/en/app.json';

const LOST = app.lostTitle;

/** Waits until the page can tell whether there was a loss. */
async function isToldOfLoss(library: Page, games: number): Promise<boolean> {
  await showsGames(library, games);
  return library.getByRole('heading', { name: LOST }).isVisible();
}

test('a library that the browser lost is fetched again, and the player is told once', async () => {
  const scene = await connectedScene();
  const { chromium } = scene;
  const games = (await readTitles(chromium)).length;
  const library = await chromium.openOptions('#/library?show=all');
  expect(await isToldOfLoss(library, games)).toBe(false);
  await library.close();

  // The keys of the tokens are among them: the connection is got back from the sign-in in the browser.
  await loseDatabases(chromium);
  await chromium.worker.kill();
  const again = await chromium.openOptions('#/library?show=all');
  await again.getByRole('heading', { name: LOST }).waitFor();
  await again
    .getByRole('main')
    .getByText(/Any picks, notes and pins in it are lost/)
    .waitFor();
  await showsGames(again, games);
  await syncEnds(scene);

  await again.getByRole('button', { name: app.gotIt }).click();
  await again.getByRole('heading', { name: LOST }).waitFor({ state: 'detached' });
  await chromium.worker.kill();
  await again.reload();
  expect(await isToldOfLoss(again, games)).toBe(false);
});
