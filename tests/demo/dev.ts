import { createServer } from 'wxt';
import { ensureBrowsers } from '../browser/ensure-browsers.ts';
import { hasDisplay } from './display.ts';
import { openSignedInBrowser } from './open-signed-in-browser.ts';
import { runUntilStopped } from './run-until-stopped.ts';
import { say } from './say.ts';
import { showWindow, untilClosed } from './show-window.ts';

/** `npm run dev`: as `npm start`, with pages and background that reload when their source changes. */
await runUntilStopped(async (started) => {
  const headless = process.argv.includes('--headless') || !hasDisplay();
  ensureBrowsers({ firefox: false });
  const server = await createServer({ browser: 'chrome', webExt: { disabled: true } });
  started.defer(() => server.stop());
  await server.start();
  const chromium = await openSignedInBrowser(started, { build: 'chrome-mv3-dev', headless });
  if (!headless) return showWindow(chromium);
  await chromium.openPopup();
  say('', 'There is no screen here, so Chromium runs unseen, popup open. To end: Ctrl-C.');
  return untilClosed(chromium);
});
