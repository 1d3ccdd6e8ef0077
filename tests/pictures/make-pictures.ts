import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'wxt';
import { ensureBrowsers } from '../browser/ensure-browsers.ts';
import { waitForStatus } from '../demo/wait-for-status.ts';
import { runUntilStopped } from '../demo/run-until-stopped.ts';
import { makeGuidePictures } from './guide-pictures.ts';
import { makeStorePictures } from './store-pictures.ts';
import { openPlayer, connectPlayer } from './player-browser.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** `npm run pictures`: those of the guide, the stores and the README, from the built product beside a simulated Sony. */
await runUntilStopped(async (started) => {
  ensureBrowsers({ firefox: false });
  if (!process.argv.includes('--built')) await build({ browser: 'chrome' });
  for (const folder of ['public/guide', 'docs/store'])
    mkdirSync(ROOT + folder, { recursive: true });
  const player = await openPlayer(started, { account: 'regular', days: 57 });
  const popup = await connectPlayer(player);
  await waitForStatus(popup, ({ snapshot }) => snapshot?.sync.state === 'idle', 'end the sync');
  await makeStorePictures(ROOT, player, popup);
  await makeGuidePictures(ROOT, player, popup);
});
