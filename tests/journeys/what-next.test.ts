import type { Page } from 'playwright';
import { expect, onTestFinished, test } from 'vitest';
import { launchChromium } from '../browser/chromium.ts';
import { createProfile } from '../browser/temporary-profile.ts';
import { startSimulator } from '../psn/simulator.ts';
import * as words from '../../utils/words/en/next.json';
import { WHAT_NEXT } from '../../utils/words/names.ts';
import { clickConnect, syncEnds } from './scene.ts';

test(
  'what the player leaves out, and what they want by a day, outlives the browser',
  { tags: ['long'] },
  async () => {
    const profile = createProfile();
    onTestFinished(() => profile.remove());
    const simulator = await startSimulator({ account: 'casual', signedIn: true });
    onTestFinished(() => simulator.close());
    const first = await launchChromium({ simulator, profile: profile.folder });
    await first.context.addCookies([simulator.control.sessionCookie()]);
    await clickConnect({ simulator, chromium: first });
    await syncEnds({ simulator, chromium: first });

    const next = await first.openOptions('#/library');
    await next.getByRole('link', { name: WHAT_NEXT }).click();
    const best = itemsOf(next).first();
    const link = best.getByRole('link');
    const address = (await link.getAttribute('href')) ?? '';
    await best.getByRole('button', { name: words.notThis }).click();
    await next.getByRole('button', { name: words.trophyForGood }).click();
    await expect.poll(() => link.getAttribute('href')).not.toBe(address);
    await next.getByRole('button', { name: words.addGoal }).click();
    await next.getByLabel(words.goalTarget).fill('50');
    await next.getByRole('button', { name: words.saveGoal }).click();
    const goal = { name: words.goalNames.platinums({ target: 50 }, 'en-US') };
    await next.getByRole('heading', goal).waitFor();
    await first.close();

    const again = await launchChromium({ simulator, profile: profile.folder });
    onTestFinished(() => again.close());
    const kept = await again.openOptions('#/next');
    await kept.getByRole('heading', goal).waitFor();
    await kept.getByText(words.leftOut({ things: 1 }, 'en-US')).waitFor();
    expect(await itemsOf(kept).getByRole('link').first().getAttribute('href')).not.toBe(address);
    // A link leads to the game, at its trophy.
    await itemsOf(kept).getByRole('link').first().click();
    await kept.locator('li.led').waitFor();
    expect(kept.url()).toContain('?trophy=');
    expect(again.observed.errors).toEqual([]);
  },
);

function itemsOf(page: Page) {
  return page.getByRole('list', { name: words.list }).getByRole('listitem');
}
