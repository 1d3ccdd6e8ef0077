import { browser } from 'wxt/browser';

/** Shows the library page, in the tab that already has it where there is one. */
export async function openLibraryPage(): Promise<void> {
  await browser.runtime.openOptionsPage();
}
