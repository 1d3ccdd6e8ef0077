import { expect, test } from 'vitest';
import { GAME_DETAILS } from '../../utils/words/game.ts';
import { Accounts } from '../psn/accounts/accounts.ts';
import {
  asked,
  clickConnect,
  connectedScene,
  libraryOpens,
  setScene,
  showsCause,
  showsGames,
  syncEnds,
} from './scene.ts';
import { readLibrary } from './stored-library.ts';
import { isTold, pageOf, passesUnnoticed, STOPPING } from './titles-faults.ts';
import * as game from '../../utils/words/en/game.json';

const GAMES = 1300;
const CASUAL_GAMES = 42;
const SECOND_PAGE = 800;

// The other faults, and the first page, are in tests/long.
test('html-200 on every page of titles costs nothing', { tags: ['long'] }, () =>
  passesUnnoticed('html-200'),
);
test('401 on a page of titles costs nothing', { tags: ['long'] }, () =>
  passesUnnoticed('401', [SECOND_PAGE]),
);

test.each(STOPPING)(
  '%s on the second page is told, keeps what is there and goes on',
  { tags: ['long'] },
  (fault, cause) => isTold(fault, cause, SECOND_PAGE),
);

test(
  'a pause that Sony names is kept to the second, and nobody’s click is above it',
  { tags: ['long'] },
  async () => {
    const scene = await setScene({ account: 'hunter' });
    const { control } = scene.simulator;
    control.inject({
      endpoint: 'trophyTitles',
      fault: '429',
      seconds: 6,
      where: { offset: SECOND_PAGE },
    });
    await clickConnect(scene);
    const library = await libraryOpens(scene);
    const alert = library.getByRole('alert');
    await alert.waitFor({ timeout: 30_000 });
    await showsCause(alert, 'too-many-requests');
    expect(await alert.innerText()).toMatch(/Continues at \d{1,2}:\d{2}/);

    await library.getByRole('button', { name: 'Sync now' }).first().click();
    await showsGames(library, GAMES);

    const [refused, next] = control.log.filter((entry) => pageOf(entry) === String(SECOND_PAGE));
    expect((next?.time ?? 0) - (refused?.time ?? 0)).toBeGreaterThanOrEqual(5_000);
  },
);

test('a page that fails for its size and a played list that drifts cost no game', async () => {
  const startsAt = Date.now();
  const scene = await connectedScene({
    startsAt,
    prepare(control) {
      const where = { limitAbove: 400 };
      control.inject({ endpoint: 'trophyTitles', fault: '500', call: 'every', where });
      const drift = { leavesOut: [6, 0, 2, 17], total: 'follows' as const, ends: true };
      control.inject({ endpoint: 'gamelist', fault: { list: drift }, call: 'every' });
    },
  });
  const { games } = new Accounts(1, startsAt).named('casual');
  const { titles, playedGames } = await readLibrary(scene.chromium);
  expect([titles.length, playedGames.length]).toEqual([CASUAL_GAMES, games.length - 6]);
  scene.simulator.control.clearLog();

  const popup = await scene.chromium.openPopup();
  await popup.getByRole('button', { name: 'Sync now' }).click();

  const stored = async () => (await readLibrary(scene.chromium)).playedGames.length;
  await expect.poll(stored, { timeout: 30_000 }).toBe(games.length);
  expect(asked(scene, 'trophyTitles').map(({ status }) => status)).toEqual([200]);
});

test('a row that cannot be read costs only itself', { tags: ['long'] }, async () => {
  const scene = await setScene({ account: 'hunter' });
  scene.simulator.control.inject({
    endpoint: 'trophyTitles',
    fault: 'bad-row',
    where: { offset: SECOND_PAGE },
    call: 'every',
  });
  await clickConnect(scene);

  await showsGames(await libraryOpens(scene), GAMES - 1);
});

test('values that cannot be cost no game, and are said to be unknown', async () => {
  const scene = await setScene({ account: 'casual' });
  const { control } = scene.simulator;
  for (const endpoint of ['trophyTitles', 'gamelist', 'earned'] as const) {
    control.inject({ endpoint, fault: 'odd-values', call: 'every' });
  }
  await clickConnect(scene);
  const library = await libraryOpens(scene);

  await showsGames(library, CASUAL_GAMES);
  await syncEnds(scene);

  await library.getByRole('list', { name: 'Library' }).getByRole('link').first().click();
  await library.getByRole('button', { name: GAME_DETAILS }).click();
  await library.locator('dd').getByText('unknown', { exact: true }).first().waitFor();
  await library.getByText(game.groupsUnknown).waitFor();
  await expect.poll(() => asked(scene, 'groups').length).toBe(1);
  await expect.poll(() => asked(scene, 'earned').length).toBe(1);
});

test('an access token that ends in mid-fetch is refreshed once', { tags: ['long'] }, async () => {
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

test(
  'a title that jumps to another page while the list is read is not lost',
  { tags: ['long'] },
  async () => {
    const scene = await setScene({ account: 'hunter' });
    scene.simulator.control.inject({
      endpoint: 'trophyTitles',
      fault: 'shifted',
      where: { offset: 800 },
    });
    await clickConnect(scene);

    await showsGames(await libraryOpens(scene), GAMES);
  },
);
