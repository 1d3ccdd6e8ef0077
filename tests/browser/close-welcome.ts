import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright';
import type { Marionette } from './marionette.ts';

const WELCOME = 'options.html#/welcome';
/** A machine that starts three browsers at once takes its time. */
const LIMIT = 20_000;

/** The page that greets a player after installing: waits for it. */
export async function welcomePage(context: BrowserContext): Promise<Page> {
  for (const start = Date.now(); Date.now() - start < LIMIT; await sleep(20)) {
    const page = context.pages().find((each) => each.url().endsWith(WELCOME));
    if (page !== undefined) return page;
  }
  throw new Error('No page has greeted the player after installing.');
}

/** Closes that page in Firefox, where it stands before the test's own tab. */
export async function closeWelcome(marionette: Marionette): Promise<void> {
  const { value: own } = (await marionette.send('WebDriver:GetWindowHandle')) as { value: string };
  for (const start = Date.now(); Date.now() - start < LIMIT; await sleep(20)) {
    const handles = (await marionette.send('WebDriver:GetWindowHandles')) as string[];
    for (const handle of handles.filter((each) => each !== own)) {
      await marionette.send('WebDriver:SwitchToWindow', { handle });
      const { value: url } = (await marionette.send('WebDriver:GetCurrentURL')) as {
        value: string;
      };
      // A page that is closed before its script runs leaves Firefox's own "FrameData missing" in the console.
      if (!url.endsWith(WELCOME) || !(await isDrawn(marionette))) continue;
      await marionette.send('WebDriver:CloseWindow');
      await marionette.send('WebDriver:SwitchToWindow', { handle: own });
      return;
    }
    await marionette.send('WebDriver:SwitchToWindow', { handle: own });
  }
  throw new Error('No page has greeted the player after installing.');
}

/** True once the page has drawn something, which it does when it has the extension's functions. */
async function isDrawn(marionette: Marionette): Promise<boolean> {
  const isThere = await marionette.execute('return document.querySelector("h1") !== null;', []);
  return isThere === true;
}
