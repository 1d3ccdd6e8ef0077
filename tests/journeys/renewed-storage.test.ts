import { expect, test } from 'vitest';
import { connectedScene, showsCause, showsGames, syncEnds } from './scene.ts';
import { readTitles } from './stored-library.ts';
import { readStores, readFootprint, turnBackToEarlierBuild } from './stores.ts';
import * as app from '../../utils/words/en/app.json';
import * as game from '../../utils/words/en/game.json';

test(
  'what the player made in an earlier build is there again after one click',
  { tags: ['long'] },
  async () => {
    const scene = await connectedScene();
    const { chromium } = scene;
    const { accountId } = await readFootprint(chromium);
    const ids = (await readTitles(chromium, 'unpicked')).map((title) => title.npCommunicationId);
    const [noted = '', pinned = '', never = ''] = ids;
    await turnBackToEarlierBuild(chromium, {
      accountId,
      picked: [noted, pinned],
      never: [never],
      marks: [
        { npCommunicationId: noted, trophyId: 1, note: 'After the lighthouse', pinned: false },
        { npCommunicationId: pinned, trophyId: 2, note: '', pinned: true },
      ],
    });
    await chromium.worker.kill();
    await chromium.worker.evaluate(() => 0);

    const options = `chrome-extension://${chromium.extensionId}/options.html`;
    const page = await chromium.context.newPage();
    await page.goto(`${options}#/library`);
    const notice = page.getByRole('alert');
    await notice.waitFor();
    await showsCause(notice, 'storage-renewed');
    await page.getByRole('main').getByText(app.unfilledTitle).waitFor();
    await showsGames(page, 0);
    expect(await readStores(chromium)).not.toContain('sealed in the old way');

    await page.getByRole('main').getByRole('button', { name: 'Connect PlayStation' }).click();
    await syncEnds(scene);

    const titles = await readTitles(chromium);
    expect(titles.length).toBeGreaterThan(3);
    const chosen = Object.fromEntries(
      titles
        .filter(({ choice }) => choice !== 'unpicked')
        .map(({ npCommunicationId, choice }) => [npCommunicationId, choice]),
    );
    expect(chosen).toStrictEqual({ [noted]: 'picked', [pinned]: 'picked', [never]: 'never' });
    await page.goto(`${options}#/game/${noted}`);
    await page.getByText('After the lighthouse').waitFor();
    await page.goto(`${options}#/game/${pinned}`);
    await page.getByRole('button', { name: game.pin, pressed: true }).first().waitFor();
  },
);
