import { browser } from 'wxt/browser';

/**
 * Asks the player for leave to show notifications. Answers whether they gave it. To be called straight from a click:
 * browsers allow the question only then.
 */
export function allowNotifications(): Promise<boolean> {
  return browser.permissions.request({ permissions: ['notifications'] });
}
