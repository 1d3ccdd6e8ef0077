import { browser } from 'wxt/browser';
import { onNotificationClick } from '../../utils/browser/notifications';
import { ALARMS } from './alarm-names';
import type { Work } from './compose';

/** Whatever wakes the worker finds the work that an earlier one left. */
export function resumeOnWakeUp(work: Work): void {
  const resumes: Record<string, () => Promise<void>> = {
    [ALARMS.connection]: work.resumeConnection,
    [ALARMS.sync]: work.resumeSync,
    [ALARMS.dailySync]: work.resumeSync,
    [ALARMS.renewal]: work.renewIfDue,
    [ALARMS.tokenLife]: work.showTokenLife,
  };
  browser.alarms.onAlarm.addListener(({ name }) => void resumes[name]?.());
  browser.runtime.onStartup.addListener(() => void work.browserStarted());
  browser.runtime.onInstalled.addListener(() => void work.resume());
  // Access to Sony's hosts, which connecting may be waiting for.
  browser.permissions.onAdded.addListener(() => void work.accessGiven());
  addEventListener('online', () => void work.resumeSync());
  const options = browser.runtime.getURL('/options.html');
  onNotificationClick((name) => {
    const route = name === 'token-life' ? '#/settings' : '#/syncs';
    void browser.tabs.create({ url: `${options}${route}` });
  });
  // A worker that starts for any other reason looks too: its predecessor may have died at any line.
  void work.resume();
}
