import { describe, expect, test } from 'vitest';
import {
  asked,
  clickConnect,
  libraryOpens,
  setScene,
  settles,
  showsGames,
  syncEnds,
  tabAt,
} from './scene.ts';
import { readConnection, readSnapshot } from './stores.ts';
import { STEPS, WAITING_TITLE } from '../../utils/words/connecting.ts';
import { openSignIn } from '../../utils/words/en/connect.json';
import { CONNECT_ANYWAY, OLD_SESSION_TITLE } from '../../utils/words/old-session.ts';

const ONCE = ['ssocookie', 'authorize', 'token', 'trophyTitles', 'trophySummary'] as const;
const SIGN_IN_PAGE = 'https://my.account.sony.com/';

describe('with a player signed in at PlayStation', () => {
  test('one click connects, fills the library with what it needs to ask for alone, and the popup says how long it lasts', async () => {
    const scene = await setScene();
    await clickConnect(scene);

    const library = await libraryOpens(scene);
    await showsGames(library, 42);
    await syncEnds(scene);

    const rows = library.getByRole('list', { name: 'Library' }).getByRole('listitem');
    expect(await rows.count()).toBeGreaterThan(3);
    const names = await rows.getByRole('link').allTextContents();
    expect(new Set(names).size).toBe(names.length);
    expect(await readConnection(scene.chromium)).toMatchObject({
      phase: 'connected',
      failure: null,
    });
    expect(await readSnapshot(scene.chromium)).toMatchObject({
      titleCount: 42,
      player: { onlineId: expect.any(String) as string },
    });

    for (const endpoint of ONCE) expect(asked(scene, endpoint), endpoint).toHaveLength(1);
    // The NPSSO and cookies stay out of the token request.
    expect(asked(scene, 'token')[0]).toMatchObject({ origin: null, hasCookie: false, status: 200 });
    const popup = await scene.chromium.openPopup();
    const life = popup.getByRole('region', { name: 'Token life' }).getByTestId('token-life');
    expect(await life.getAttribute('data-zone')).toBe('green');
    // The grant of ten days is renewed for as long as the sign-in lasts.
    expect(await life.innerText()).toContain('60 days');
    await popup.getByRole('button', { name: 'Open library' }).waitFor();
    await popup.getByRole('button', { name: 'Sync now' }).waitFor();
  });

  test('closing the popup does not stop it', { tags: ['long'] }, async () => {
    const scene = await setScene();
    scene.simulator.control.inject({ endpoint: 'token', fault: { slow: 1_000 } });
    const popup = await clickConnect(scene);
    await popup.getByRole('main').getByText(STEPS.code).first().waitFor();
    await popup.close();

    await showsGames(await libraryOpens(scene), 42);
  });

  test(
    'a session page that answers 429 is passed by: the cookie will do',
    { tags: ['long'] },
    async () => {
      const scene = await setScene();
      scene.simulator.control.inject({ endpoint: 'ssocookie', fault: '429-html', call: 'every' });
      await clickConnect(scene);

      await showsGames(await libraryOpens(scene), 42);
    },
  );

  test('a Sony that refuses every Origin is no hindrance', { tags: ['long'] }, async () => {
    const scene = await setScene();
    scene.simulator.control.refuseOrigin(true);
    await clickConnect(scene);

    await showsGames(await libraryOpens(scene), 42);
  });

  test('a code that Sony refuses once is replaced by another', { tags: ['long'] }, async () => {
    const scene = await setScene();
    scene.simulator.control.inject({ endpoint: 'token', fault: 'invalid-grant' });
    await clickConnect(scene);

    await showsGames(await libraryOpens(scene), 42);
  });
});

describe('with nobody signed in', () => {
  test('opens the sign-in page and finishes by itself when the sign-in happens', async () => {
    const scene = await setScene({ signedIn: false });
    const popup = await clickConnect(scene);
    const signIn = await tabAt(scene, SIGN_IN_PAGE);
    await popup.getByRole('button', { name: 'Cancel' }).waitFor();
    await popup.close();
    // A popup closes by itself by then: a tab of ours says what is waited for, and the badge that something is.
    const steps = await tabAt(
      scene,
      `chrome-extension://${scene.chromium.extensionId}/options.html`,
    );
    await steps.getByRole('heading', { name: WAITING_TITLE }).waitFor();
    await steps
      .getByRole('main')
      .getByText(/private window or a container does not count/)
      .waitFor();
    const badge = () => scene.chromium.worker.evaluate(() => chrome.action.getBadgeText({}));
    await expect.poll(badge).toBe('…');

    const wren = signIn.getByRole('button', { name: /^Sign in as/ }).first();
    await wren.click();

    const library = await libraryOpens(scene);
    await expect
      .poll(() => library.getByTestId('library-count').textContent(), { timeout: 30_000 })
      .not.toBe('0');
    await expect.poll(badge).toBe('');
    const own = scene.chromium.context
      .pages()
      .filter((page) => page.url().includes('options.html'));
    expect(own).toHaveLength(1);
  });

  test(
    'a sign-in that ends soon is asked about where the player sees it',
    { tags: ['long'] },
    async () => {
      const scene = await setScene({ signedIn: false });
      const { control } = scene.simulator;
      const popup = await clickConnect(scene);
      const signIn = await tabAt(scene, SIGN_IN_PAGE);
      await popup.getByRole('button', { name: 'Cancel' }).waitFor();
      await popup.close();
      // Sony has restored it, as it does in the tab where the sign-in goes on.
      control.signIn('casual');
      control.setSessionLength(5 * 86_400);
      const { chromium } = scene;
      await chromium.context.addCookies([control.sessionCookie()]);
      await signIn.bringToFront();
      await signIn.goto('https://web.np.playstation.com/api/session/v1/signin?redirect_uri=x');

      const own = await tabAt(scene, `chrome-extension://${chromium.extensionId}/options.html`);
      await own.getByRole('heading', { name: OLD_SESSION_TITLE }).waitFor();
      const isInFront = () => own.evaluate(async () => (await chrome.tabs.getCurrent())?.active);
      await expect.poll(isInFront).toBe(true);
      const badge = () => chromium.worker.evaluate(() => chrome.action.getBadgeText({}));
      await expect.poll(badge).toBe('!');

      await own.getByRole('button', { name: CONNECT_ANYWAY }).click();
      await showsGames(await libraryOpens(scene), 42);
    },
  );

  test(
    'can be cancelled, and a sign-in afterwards is nobody’s business',
    { tags: ['long'] },
    async () => {
      const scene = await setScene({ signedIn: false });
      const popup = await clickConnect(scene);
      // The click's own look is over by then.
      await popup.getByRole('heading', { name: WAITING_TITLE }).waitFor();
      await popup.getByRole('button', { name: 'Cancel' }).click();
      await popup.getByRole('button', { name: 'Connect PlayStation' }).waitFor();

      const looks = asked(scene, 'ssocookie').length;
      const tab = await scene.chromium.context.newPage();
      await tab.goto('https://ca.account.sony.com/__simulator/sign-in?account=casual');
      await tab.goto('https://web.np.playstation.com/api/session/v1/signin?redirect_uri=x');
      // A worker that found somebody waiting would look as soon as it is born.
      await settles(scene);
      expect(asked(scene, 'ssocookie')).toHaveLength(looks);
    },
  );

  test(
    'a session page that answers 429 to a stale sign-in leads to the sign-in page too',
    { tags: ['long'] },
    async () => {
      const scene = await setScene({ signedIn: false });
      scene.simulator.control.inject({ endpoint: 'ssocookie', fault: '429-html', call: 'every' });
      const popup = await clickConnect(scene);

      await popup.getByRole('button', { name: openSignIn }).waitFor();
    },
  );
});
