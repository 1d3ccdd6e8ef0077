import { createServer } from 'wxt';
import { launchChromium } from '../browser/chromium.ts';
import { ensureBrowsers } from '../browser/ensure-browsers.ts';
import { startSimulator } from '../psn/simulator.ts';
import { hasDisplay } from './display.ts';
import { runUntilStopped } from './run-until-stopped.ts';
import { say } from './say.ts';
import { showWindow } from './show-window.ts';

/** `npm run dev`: as `npm start`, with pages and background that reload when their source changes. */
await runUntilStopped(async (started) => {
  ensureBrowsers({ firefox: false });
  const server = await createServer({ browser: 'chrome', webExt: { disabled: true } });
  started.adopt(server, (open) => open.stop());
  await server.start();

  const simulator = started.adopt(
    await startSimulator({ account: 'hunter', signedIn: true }),
    (open) => open.close(),
  );
  const headless = !hasDisplay();
  const chromium = started.adopt(
    await launchChromium({ simulator, headless, build: 'chrome-mv3-dev' }),
    (open) => open.close(),
  );
  await chromium.context.addCookies([simulator.control.sessionCookie()]);
  if (headless) say('', 'There is no screen here: Chromium runs unseen. To end: Ctrl-C.');
  await showWindow(chromium);
});
