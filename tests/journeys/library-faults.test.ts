import { describe, expect, test } from 'vitest';
import type { FaultName } from '../psn/simulator.ts';
import { asked, clickConnect, libraryOpens, setScene, showsGames } from './scene.ts';

const PAGES = [0, 800];
const GAMES = 1300;

/** Faults that a second try mends: the player does not even notice. */
const PASSING: FaultName[] = ['401', '500', '503', 'html-200', 'truncated', 'dropped', 'silent'];

/** Faults that stop the sync: it says why, keeps what it has and goes on when asked. */
const STOPPING: [FaultName, string][] = [
  ['403-html', 'edge-block'],
  ['404', 'not-found'],
  ['429-without-header', 'too-many-requests'],
];

test.each(PASSING)('%s on every page of titles costs nothing', async (fault) => {
  const scene = await setScene({ account: 'hunter' });
  for (const offset of PAGES) {
    scene.simulator.control.inject({ endpoint: 'trophyTitles', fault, where: { offset } });
  }
  await clickConnect(scene);

  await showsGames(await libraryOpens(scene), GAMES, 60_000);
  const spoiled = asked(scene, 'trophyTitles').filter((entry) => entry.fault === fault);
  expect(spoiled).toHaveLength(PAGES.length);
});

describe.each(PAGES)('on the page of titles at %i', (offset) => {
  test.each(STOPPING)('%s is told, keeps what is there and goes on', async (fault, cause) => {
    const scene = await setScene({ account: 'hunter' });
    const { control } = scene.simulator;
    control.inject({ endpoint: 'trophyTitles', fault, where: { offset } });
    await clickConnect(scene);

    const library = await libraryOpens(scene);
    const alert = library.getByRole('alert');
    await alert.waitFor({ timeout: 30_000 });
    expect(await alert.getAttribute('data-cause')).toBe(cause);
    await showsGames(library, offset);

    await library.getByRole('button', { name: 'Sync now' }).first().click();
    await showsGames(library, GAMES);
    expect(control.log.filter((entry) => pageOf(entry) === String(offset))).toHaveLength(2);
  });

  test('a pause that Sony names is kept to the second, and nobody’s click is above it', async () => {
    const scene = await setScene({ account: 'hunter' });
    const { control } = scene.simulator;
    control.inject({ endpoint: 'trophyTitles', fault: '429', seconds: 6, where: { offset } });
    await clickConnect(scene);
    const library = await libraryOpens(scene);
    const alert = library.getByRole('alert');
    await alert.waitFor({ timeout: 30_000 });
    expect(await alert.getAttribute('data-cause')).toBe('too-many-requests');
    expect(await alert.innerText()).toMatch(/Goes on by itself at \d{1,2}:\d{2}/);

    await library.getByRole('button', { name: 'Sync now' }).first().click();
    await showsGames(library, GAMES);

    const [refused, next] = control.log.filter((entry) => pageOf(entry) === String(offset));
    expect((next?.time ?? 0) - (refused?.time ?? 0)).toBeGreaterThanOrEqual(5_000);
  });

  test('a row that cannot be read costs only itself', async () => {
    const scene = await setScene({ account: 'hunter' });
    scene.simulator.control.inject({
      endpoint: 'trophyTitles',
      fault: 'bad-row',
      where: { offset },
      call: 'every',
    });
    await clickConnect(scene);

    await showsGames(await libraryOpens(scene), GAMES - 1);
  });
});

function pageOf(entry: { endpoint: string; query: Record<string, string> }): string | undefined {
  return entry.endpoint === 'trophyTitles' ? (entry.query['offset'] ?? '0') : undefined;
}

test('an access token that ends in mid-fetch is refreshed once', async () => {
  const scene = await setScene({ account: 'hunter' });
  const { control } = scene.simulator;
  let isExpired = false;
  control.inject({
    endpoint: 'trophyTitles',
    fault: { slow: 0 },
    call: 'every',
    matches: (request) => {
      if (!isExpired && request.query.get('offset') === '800') {
        isExpired = true;
        control.expireAccessTokens();
      }
      return false;
    },
  });
  await clickConnect(scene);

  await showsGames(await libraryOpens(scene), GAMES);
  expect(isExpired).toBe(true);
  const tokens = control.log.filter(({ endpoint }) => endpoint === 'token');
  expect(tokens.map(({ formKeys }) => formKeys.includes('refresh_token'))).toEqual([false, true]);
});

test('a title that jumps to another page while the list is read is not lost', async () => {
  const scene = await setScene({ account: 'hunter' });
  scene.simulator.control.inject({
    endpoint: 'trophyTitles',
    fault: 'shifted',
    where: { offset: 800 },
  });
  await clickConnect(scene);

  await showsGames(await libraryOpens(scene), GAMES);
});
