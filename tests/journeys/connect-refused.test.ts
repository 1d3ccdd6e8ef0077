import { describe, expect, test } from 'vitest';
import type { Injection } from '../psn/simulator.ts';
import {
  clickConnect,
  libraryOpens,
  passTime,
  setScene,
  showsCause,
  showsGames,
  tabAt,
} from './scene.ts';
import { ringAllAlarms } from './stores.ts';
import { PLAYSTATION_SITE } from '../../utils/words/names.ts';
import { ACTIONS } from '../../utils/words/needs.ts';

const HOUR = 3_600_000;

/** What Sony can answer on the way, what the player is told, and that the way out leads to the library. */
const REFUSALS: [string, Injection[], string][] = [
  ['a pause', [{ endpoint: 'token', fault: '429-html', call: 'every' }], 'too-many-requests'],
];

const REPEATED: typeof REFUSALS = [
  [
    'a session that is named and then refused',
    [{ endpoint: 'authorize', fault: 'login-required', call: 'every' }],
    'session-half-dead',
  ],
  ['the edge', [{ endpoint: 'authorize', fault: '403-html', call: 'every' }], 'edge-block'],
  [
    'codes that are refused',
    [{ endpoint: 'token', fault: 'invalid-grant', call: 'every' }],
    'code-refused',
  ],
  ['an outage', [{ endpoint: 'ssocookie', fault: '503', call: 'every' }], 'sony-down'],
  ['a dropped line', [{ endpoint: 'token', fault: 'dropped', call: 'every' }], 'no-answer'],
  [
    'a page instead of an answer',
    [{ endpoint: 'token', fault: 'html-200', call: 'every' }],
    'sony-down',
  ],
];

/** What the player is told, and that the way out leads to the library. */
async function isTold(injections: Injection[], cause: string): Promise<void> {
  const scene = await setScene();
  const { control } = scene.simulator;
  for (const injection of injections) control.inject(injection);
  const popup = await clickConnect(scene);

  const alert = popup.getByRole('alert');
  await alert.waitFor({ timeout: 30_000 });
  await showsCause(alert, cause);
  expect(await popup.getByRole('alert').count()).toBe(1);

  control.clearFaults();
  if (cause === 'session-half-dead') return;
  if (cause === 'too-many-requests') {
    // Sony's pause is obeyed, and it goes on by itself after it.
    await alert.getByText(/ends at/).waitFor();
    await passTime(scene, HOUR);
    await ringAllAlarms(scene.chromium);
  } else {
    await popup
      .getByRole('button', { name: /Connect PlayStation|Try again/ })
      .first()
      .click();
  }
  await showsGames(await libraryOpens(scene), 42);
}

describe('while connecting', () => {
  test.each(REFUSALS)('%s is told in plain words', (_, injections, cause) =>
    isTold(injections, cause),
  );

  test.each(REPEATED)('%s is told in plain words', { tags: ['long'] }, (_, injections, cause) =>
    isTold(injections, cause),
  );

  test('what Sony wants done first is named, its one button leads there, and the rest goes on by itself', async () => {
    const scene = await setScene();
    scene.simulator.control.profileUnfinished(true);
    const popup = await clickConnect(scene);

    const alert = popup.getByRole('alert');
    await alert.waitFor();
    await showsCause(alert, 'account-attention');

    await popup.getByRole('link', { name: ACTIONS['open-playstation'] }).click();
    await tabAt(scene, PLAYSTATION_SITE);
    scene.simulator.control.profileUnfinished(false);
    await passTime(scene, HOUR);
    await ringAllAlarms(scene.chromium);
    await showsGames(await libraryOpens(scene), 42);
  });

  test(
    'after a half-dead session only a fresh sign-in counts, and it finishes by itself',
    { tags: ['long'] },
    async () => {
      const scene = await setScene();
      scene.simulator.control.signOut('half-dead');
      const popup = await clickConnect(scene);
      const alert = popup.getByRole('alert');
      await alert.waitFor();
      await showsCause(alert, 'session-half-dead');

      await popup.getByRole('main').getByRole('button').first().click();
      const signIn = await tabAt(scene, 'https://my.account.sony.com/');
      await signIn
        .getByRole('button', { name: /^Sign in as/ })
        .first()
        .click();

      await libraryOpens(scene);
    },
  );
});
