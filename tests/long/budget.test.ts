import { expect, test } from 'vitest';
import { clickConnect, libraryOpens, setScene } from '../journeys/scene.ts';

test('what is beyond Sony’s budget waits, and says until when', async () => {
  const scene = await setScene({ account: 'leaderboard' });
  const popup = await clickConnect(scene);
  // Drawing 5,000 games at every step would only slow the test down.
  await (await libraryOpens(scene)).close();

  const pause = popup
    .getByRole('progressbar', { name: 'Sync' })
    .getByText(/Continues at \d{1,2}:\d{2}/);
  await pause.waitFor({ timeout: 80_000 });
  const data = scene.simulator.control.log.filter(({ host }) => host === 'm.np.playstation.com');
  // Half is left for what the player will pick.
  expect(data).toHaveLength(150);
  expect(data.every(({ status }) => status === 200)).toBe(true);
});
