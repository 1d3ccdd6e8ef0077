import type { ConnectionBrowser } from './ports';

/** As long as a sign-out and the sign-in after it are waited for. */
const RECENTLY = 60 * 60_000;

/** When the player has clicked last for what is under way, by this device's clock and as long as the browser runs. */
export interface LastClick {
  now(): number;
  read(): Promise<number | null>;
  write(instant: number): Promise<void>;
  forget(): Promise<void>;
}

/** The browser, in which a tab opens only by a click: what goes on by itself, later, shows its button instead. */
export function withAskedTabs(
  browser: Omit<ConnectionBrowser, 'noteClick'>,
  click: LastClick,
): ConnectionBrowser {
  const ifAsked = (show: () => Promise<void>) => async (): Promise<void> => {
    const clickedAt = await click.read();
    if (clickedAt !== null && Math.abs(click.now() - clickedAt) <= RECENTLY) await show();
  };
  return {
    ...browser,
    showSignInPage: ifAsked(() => browser.showSignInPage()),
    showAccountPage: ifAsked(() => browser.showAccountPage()),
    showLibrary: ifAsked(() => browser.showLibrary()),
    // Where it cannot be noted there is no tab, and the button for it.
    noteClick: () => click.write(click.now()).catch(() => undefined),
    async stopWaking() {
      await click.forget();
      await browser.stopWaking();
    },
  };
}
