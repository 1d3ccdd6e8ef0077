import { expect, test } from 'vitest';
import { clickConnect, libraryOpens, setScene, showsGames, syncEnds } from './scene.ts';

test('5,000 titles are all stored, and only what is seen is drawn', async () => {
  const scene = await setScene({ account: 'leaderboard' });
  await clickConnect(scene);

  const library = await libraryOpens(scene);
  await showsGames(library, 5_000, 60_000);
  expect(await library.locator('a[href^="#/game/"]').count()).toBeLessThan(60);
  const pages = scene.simulator.control.log.filter(({ endpoint }) => endpoint === 'trophyTitles');
  expect(pages.map(({ query }) => query['offset'])).toEqual(
    [0, 800, 1600, 2400, 3200, 4000, 4800].map(String),
  );
});

test('what is beyond Sony’s budget waits, and says until when', async () => {
  const scene = await setScene({ account: 'leaderboard' });
  const popup = await clickConnect(scene);
  // Drawing 5,000 games at every step would only slow the test down.
  await (await libraryOpens(scene)).close();

  const pause = popup
    .getByRole('progressbar', { name: 'Sync' })
    .getByText(/Goes on at \d{1,2}:\d{2}/);
  await pause.waitFor({ timeout: 80_000 });
  const data = scene.simulator.control.log.filter(({ host }) => host === 'm.np.playstation.com');
  // Twenty are left for the player's next click.
  expect(data).toHaveLength(280);
  expect(data.every(({ status }) => status === 200)).toBe(true);
});

test('an empty account is connected and told what to do', async () => {
  const scene = await setScene({ account: 'empty' });
  await clickConnect(scene);

  const library = await libraryOpens(scene);
  await syncEnds(scene);
  await showsGames(library, 0);
  expect(await library.getByRole('main').innerText()).toContain('No trophies yet');
});

test('PS3 and Vita games have the trophy list’s date and no playtime', async () => {
  const scene = await setScene({ account: 'legacy' });
  await clickConnect(scene);

  const library = await libraryOpens(scene);
  await syncEnds(scene);
  const count = library.getByTestId('library-count');
  await expect.poll(async () => Number(await count.textContent())).toBeGreaterThan(3);
  expect(await library.getByRole('main').innerText()).not.toContain('Played');
});
