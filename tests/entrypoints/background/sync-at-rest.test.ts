import { fakeBrowser } from '@webext-core/fake-browser';
import { expect, onTestFinished, test, vi } from 'vitest';
import { syncPortsOf } from '@/entrypoints/background/sync-environment';
import { SonyClock } from '@/utils/browser/sony-clock';
import { restSyncs } from '@/utils/database/comparing-lock';

test('every look names the same end of a rest, whatever time it takes: pages are told once', async () => {
  const account = '4124';
  const ports = syncPortsOf({ clock: new SonyClock() } as Parameters<typeof syncPortsOf>[0]);
  onTestFinished(await restSyncs(account));
  let [now, takes] = [Date.now(), 0];
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => now);
  onTestFinished(() => clock.mockRestore());
  const waking = vi.spyOn(fakeBrowser.alarms, 'create').mockImplementation(() => {
    now += takes += 7;
    return Promise.resolve();
  });
  onTestFinished(() => waking.mockRestore());
  const first = await ports.atRest(account);
  expect((await ports.atRest(account))?.until).toBe(first!.until);
  now += 5;
  expect((await ports.atRest(account))?.until).toBe(first!.until);
});
