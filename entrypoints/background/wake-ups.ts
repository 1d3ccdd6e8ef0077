import { browser } from 'wxt/browser';
import type { Work } from './compose';

/** The alarms, and what each resumes. */
export const ALARMS = { connecting: 'connecting', sync: 'sync' } as const;

/** Whatever wakes the worker finds the work that an earlier one left. */
export function resumeOnWakeUp(work: Work): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARMS.connecting) void work.connecting.resume();
    if (name === ALARMS.sync) void work.resumeSync();
  });
  browser.runtime.onStartup.addListener(() => void work.resume());
  browser.runtime.onInstalled.addListener(() => void work.resume());
  // A worker that starts for any other reason looks too: its predecessor may have died at any line.
  void work.resume();
}
