import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, expect, test } from 'vitest';
import { warnOnce } from '@/entrypoints/background/warn-once';
import { DEFAULT_SETTINGS, type Settings } from '@/utils/domain/settings';
import { DAY } from '../../support/statuses';
import { toldNotifications } from '../../support/told-notifications';

const SETTINGS: Settings = { ...DEFAULT_SETTINGS, warnings: true };
let told: string[];

beforeEach(() => {
  fakeBrowser.reset();
  told = toldNotifications();
});

test('two wake-ups at once warn once', async () => {
  await Promise.all([1, 2, 3].map(() => warnOnce('amber', 14 * DAY, SETTINGS)));
  expect(told).toHaveLength(1);
});

test('each zone on the way down is warned of once, and again after it was green', async () => {
  for (const zone of ['amber', 'amber', 'red', 'red', 'expired', 'expired'] as const)
    await warnOnce(zone, DAY, SETTINGS);
  expect(told).toHaveLength(3);

  await warnOnce('green', 60 * DAY, SETTINGS);
  await warnOnce('amber', 14 * DAY, SETTINGS);
  expect(told).toHaveLength(4);
});

test('nobody is warned who does not want to be', async () => {
  await warnOnce('red', DAY, { ...SETTINGS, warnings: false });
  expect(told).toHaveLength(0);
});
