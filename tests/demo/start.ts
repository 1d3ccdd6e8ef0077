import { build } from 'wxt';
import { launchChromium } from '../browser/chromium.ts';
import { ensureBrowsers } from '../browser/ensure-browsers.ts';
import { startSimulator } from '../psn/simulator.ts';
import { hasDisplay } from './display.ts';
import { runUntilStopped } from './run-until-stopped.ts';
import { say } from './say.ts';
import { showWindow } from './show-window.ts';
import { takeTour } from './take-tour.ts';

/** `npm start`: Trophy Shelf in a browser of its own, beside a simulated Sony with a player signed in. */
await runUntilStopped(async (started) => {
  const headless = process.argv.includes('--headless') || !hasDisplay();
  ensureBrowsers({ firefox: false });
  await build({ browser: 'chrome' });

  const simulator = started.adopt(
    await startSimulator({ account: 'hunter', signedIn: true }),
    (open) => open.close(),
  );
  if (headless) say('', 'There is no screen here, so the demo runs by itself and takes pictures.');
  const chromium = started.adopt(await launchChromium({ simulator, headless }), (open) =>
    open.close(),
  );
  await chromium.context.addCookies([simulator.control.sessionCookie()]);
  await (headless ? takeTour(chromium) : showWindow(chromium));
});
