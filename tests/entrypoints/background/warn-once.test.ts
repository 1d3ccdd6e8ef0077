import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, expect, test, vi } from 'vitest';
import { showTokenLife } from '@/entrypoints/background/toolbar-badge';
import { warnOnce } from '@/entrypoints/background/warn-once';
import { SonyClock } from '@/utils/browser/sony-clock';
import { TOKEN_LIFE_NOTIFICATION } from '@/utils/domain/notification-name';
import { DEFAULT_SETTINGS, type Settings } from '@/utils/domain/settings';
import { aConnected } from '../../support/connections';
import { publish } from '../../support/publish-status';
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

test('a warning whose zone is over is taken away, and none that still holds', async () => {
  const taken: string[] = [];
  vi.spyOn(fakeBrowser.notifications, 'clear').mockImplementation((name: string) => {
    taken.push(name);
    return Promise.resolve(true);
  });

  await warnOnce('green', 60 * DAY, SETTINGS);
  for (const zone of ['amber', 'expired', 'expired'] as const) await warnOnce(zone, DAY, SETTINGS);
  expect(taken).toStrictEqual([]);

  await warnOnce('red', DAY, SETTINGS);
  expect(taken).toStrictEqual([TOKEN_LIFE_NOTIFICATION]);
  await warnOnce('green', 60 * DAY, SETTINGS);
  await warnOnce('green', 60 * DAY, SETTINGS);
  expect(taken).toHaveLength(2);
});

test('access that Sony refuses for a while warns of no end, and a refused token does', async () => {
  const failures = [{ cause: 'access-refused' }, { cause: 'token-refused' }] as const;
  const after: number[] = [];
  for (const failure of failures) {
    const settings = { ...SETTINGS, renewal: false };
    await publish({ connection: aConnected({ failure }), settings });
    await showTokenLife(new SonyClock());
    after.push(told.length);
  }
  expect(after).toStrictEqual([0, 1]);
});
