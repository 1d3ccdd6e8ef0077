import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';

/** What the browser saves at the press of a button. */
export async function savedBy(page: Page, name: string): Promise<Buffer> {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name, exact: true }).click();
  return readFileSync(await (await saving).path());
}
