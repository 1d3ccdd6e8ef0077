import { ensureBrowsers } from '../browser/ensure-browsers.ts';
import { buildQuietly } from './build-quietly.ts';
import { hasDisplay } from './display.ts';
import { openSignedInBrowser } from './open-signed-in-browser.ts';
import { runUntilStopped } from './run-until-stopped.ts';
import { say } from './say.ts';
import { showWindow } from './show-window.ts';
import { takeTour } from './take-tour.ts';

/** `npm start`: Trophy Shelf in a browser of its own, beside a simulated Sony with a player signed in. */
await runUntilStopped(async (started) => {
  const headless = process.argv.includes('--headless') || !hasDisplay();
  ensureBrowsers({ firefox: false });
  await buildQuietly('chrome');
  if (headless) say('', 'There is no screen here, so the demo runs by itself and takes pictures.');
  const chromium = await openSignedInBrowser(started, { build: 'chrome-mv3', headless });
  await (headless ? takeTour(chromium) : showWindow(chromium));
});
