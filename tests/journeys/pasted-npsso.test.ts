import { expect, test } from 'vitest';
import type { Page } from 'playwright';
import { libraryOpens, type Scene, setScene, showsCause, showsGames, syncEnds } from './scene.ts';
import { CONNECT_ANYWAY } from '../../utils/words/old-session.ts';

async function paste({ chromium }: Scene, text: string): Promise<Page> {
  const popup = await chromium.openPopup();
  await popup.getByText('Use a code from another browser').click();
  await popup.getByRole('textbox', { name: 'NPSSO' }).fill(text);
  await popup.getByRole('button', { name: 'Verify & connect' }).click();
  return popup;
}

test('an NPSSO from another browser connects its account and leaves this browser’s sign-in alone', async () => {
  const scene = await setScene({ account: 'hunter' });
  const { control } = scene.simulator;
  control.allowOldSessions(true);
  const own = await scene.chromium.context.cookies('https://ca.account.sony.com');
  const npsso = control.signIn('casual');

  await paste(scene, JSON.stringify({ npsso, expires_in: 5_183_000 }));
  await showsGames(await libraryOpens(scene), 42);
  await syncEnds(scene);

  const after = await scene.chromium.context.cookies('https://ca.account.sony.com');
  expect(after.find(({ name }) => name === 'npsso')).toEqual(
    own.find(({ name }) => name === 'npsso'),
  );
  const token = control.log.find(({ endpoint }) => endpoint === 'token');
  expect(token).toMatchObject({ origin: null, hasCookie: false });
  const rules = await scene.chromium.worker.evaluate(() =>
    chrome.declarativeNetRequest.getSessionRules(),
  );
  expect(JSON.stringify(rules)).not.toContain(npsso);
});

test('one whose sign-in ends soon is said to before Sony is asked for anything', async () => {
  const scene = await setScene({ signedIn: false });
  const { control } = scene.simulator;
  control.allowOldSessions(true);
  const npsso = control.signIn('casual');
  control.setSessionLength(26 * 3_600);

  const popup = await paste(scene, JSON.stringify({ npsso, expires_in: 26 * 3_600 }));
  await popup.getByText(/Connect anyway lasts 26 hours/).waitFor();
  await popup.getByRole('button', { name: 'Start fresh' }).waitFor();
  const asked = control.log.filter(({ endpoint }) => endpoint === 'authorize');
  expect(asked).toEqual([]);

  await popup.getByRole('button', { name: CONNECT_ANYWAY }).click();
  await showsGames(await libraryOpens(scene), 42);
  const life = (await scene.chromium.openPopup()).getByTestId('token-life');
  await expect.poll(() => life.getAttribute('data-zone')).toBe('red');
});

test('one that Sony does not accept is said to be refused', async () => {
  const scene = await setScene({ signedIn: false });
  const popup = await paste(scene, 'x'.repeat(64));

  const alert = popup.getByRole('alert');
  await alert.waitFor();
  await showsCause(alert, 'npsso-refused');
});

test('a truncated one never leaves the page', { tags: ['long'] }, async () => {
  const scene = await setScene({ signedIn: false });
  const popup = await paste(scene, 'x'.repeat(63));

  await popup
    .getByRole('main')
    .getByText(/63 characters|too short/i)
    .waitFor();
  expect(scene.simulator.control.log.filter(({ endpoint }) => endpoint === 'authorize')).toEqual(
    [],
  );
});

test(
  'one whose page is closed in the same moment connects all the same',
  { tags: ['long'] },
  async () => {
    const scene = await setScene({ signedIn: false });
    scene.simulator.control.allowOldSessions(true);
    const popup = await scene.chromium.openPopup();
    await popup.getByText('Use a code from another browser').click();
    await popup
      .getByRole('textbox', { name: 'NPSSO' })
      .fill(scene.simulator.control.signIn('casual'));

    await popup
      .getByRole('button', { name: 'Verify & connect' })
      .evaluate((button: HTMLElement) => {
        button.click();
        window.close();
      });

    await libraryOpens(scene);
  },
);
