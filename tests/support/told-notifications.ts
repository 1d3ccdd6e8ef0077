import { fakeBrowser } from '@webext-core/fake-browser';
import { vi } from 'vitest';

/** Has the browser in memory allow notifications. The names of those that are told come into the list. */
export function toldNotifications(): string[] {
  const told: string[] = [];
  vi.spyOn(fakeBrowser.permissions, 'contains').mockResolvedValue(true as never);
  vi.spyOn(fakeBrowser.notifications, 'create').mockImplementation(((name: string) => {
    told.push(name);
    return Promise.resolve(name);
  }) as never);
  return told;
}
