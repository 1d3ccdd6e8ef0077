import { expect, test } from 'vitest';
import { asked, setScene } from './scene.ts';
import { openStorm, stormRequests } from './storm.ts';

test.each(['popup', 'tab', 'frame'] as const)(
  'a page’s storm of sign-in navigations by a %s costs a browser that is not connected no request',
  async (way) => {
    const scene = await setScene();
    const { control } = scene.simulator;
    const page = await openStorm(scene, { way, every: 100 });

    await expect
      .poll(() => stormRequests(control.log).length, { timeout: 20_000 })
      .toBeGreaterThan(10);
    await page.close();

    expect(asked(scene, 'ssocookie')).toEqual([]);
    expect(asked(scene, 'authorize')).toEqual(stormRequests(control.log));
  },
);
