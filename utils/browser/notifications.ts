import { browser } from 'wxt/browser';

const PERMISSION = { permissions: ['notifications' as const] };

/**
 * Shows a notification. One of the same name takes the place of the one before. False where the player allows none.
 */
export async function notify(name: string, title: string, message: string): Promise<boolean> {
  if (!(await mayNotify())) return false;
  const iconUrl = browser.runtime.getURL('/icons/128.png');
  await browser.notifications.create(name, { type: 'basic', iconUrl, title, message });
  return true;
}

/** Calls back when a notification of ours is clicked. Works also where the permission is given later. */
export function onNotificationClick(clicked: (name: string) => void): void {
  const listen = (): void => {
    // Not there before the permission is: Firefox has the name, Chromium not even that.
    const { notifications } = browser as Partial<typeof browser>;
    notifications?.onClicked.addListener(clicked);
  };
  listen();
  browser.permissions.onAdded.addListener(({ permissions = [] }) => {
    if (permissions.includes('notifications')) listen();
  });
}

/** Takes away the one of this name, if it is shown. */
export async function withdraw(name: string): Promise<void> {
  if (await mayNotify()) await browser.notifications.clear(name);
}

/** Takes away what is shown. */
export async function clearNotifications(): Promise<void> {
  if (!(await mayNotify())) return;
  for (const name of Object.keys(await browser.notifications.getAll())) {
    await browser.notifications.clear(name);
  }
}

/** True where the player allows notifications. */
export function mayNotify(): Promise<boolean> {
  return browser.permissions.contains(PERMISSION);
}
