import { expect, test } from 'vitest';
import { clickConnect, libraryOpens, setScene, showsGames, syncEnds } from './scene.ts';
import * as app from '../../utils/words/en/app.json';
import * as said from '../../utils/words/en/library.json';

test(
  '5,000 titles are all stored, and only what is seen is drawn',
  { tags: ['long'] },
  async () => {
    const scene = await setScene({ account: 'leaderboard' });
    await clickConnect(scene);

    const library = await libraryOpens(scene);
    await showsGames(library, 5_000, 60_000);
    expect(await library.locator('a[href^="#/game/"]').count()).toBeLessThan(60);
    const pages = scene.simulator.control.log.filter(({ endpoint }) => endpoint === 'trophyTitles');
    expect(pages.map(({ query }) => query['offset'])).toEqual(
      [0, 800, 1600, 2400, 3200, 4000, 4800].map(String),
    );
  },
);

test('an empty account is connected and told what to do', async () => {
  const scene = await setScene({ account: 'empty' });
  await clickConnect(scene);

  const library = await libraryOpens(scene);
  await syncEnds(scene);
  await showsGames(library, 0);
  await library.getByRole('main').getByText(app.emptyTitle).first().waitFor();
});

test('PS3 and Vita games have the trophy list’s date and no playtime', async () => {
  const scene = await setScene({ account: 'legacy' });
  await clickConnect(scene);

  const library = await libraryOpens(scene);
  await syncEnds(scene);
  const count = library.getByTestId('library-count');
  await expect.poll(async () => Number(await count.textContent())).toBeGreaterThan(3);
  await library.getByRole('radio', { name: said.layouts.list }).click();
  const from = (source: keyof typeof said.playedExactly) =>
    library.getByRole('row').locator(`[title*="${said.playedExactly[source]({ at: '' })}"]`);
  await from('trophy-list').first().waitFor();
  expect(await from('played-list').count()).toBe(0);
});
