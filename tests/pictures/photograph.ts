import type { Page } from 'playwright';

export interface Size {
  width: number;
  height: number;
  /** How many pixels of the picture a pixel of the page has on a side. */
  scale: number;
}

/** A picture of the page, in the dark theme and at a scale: Playwright itself has one scale for a browser. */
export async function photograph(page: Page, { width, height, scale }: Size): Promise<Buffer> {
  // What is behind another tab is drawn by nobody.
  await page.bringToFront();
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.setViewportSize({ width, height });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setDeviceMetricsOverride', {
    ...{ width, height, deviceScaleFactor: scale, mobile: false },
  });
  // Nothing that is focused, or pointed at, is part of a picture.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.mouse.move(0, 0);
  await page.waitForLoadState('networkidle');
  // What is scrolled out of sight in a part of the page is not loaded before it is wanted.
  await page
    .waitForFunction(() => [...document.images].every(({ complete }) => complete), undefined, {
      timeout: 3_000,
    })
    .catch(() => undefined);
  const { data } = await session.send('Page.captureScreenshot', { format: 'png' });
  await session.detach();
  return Buffer.from(data, 'base64');
}
