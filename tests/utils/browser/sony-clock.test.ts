import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, expect, test, vi } from 'vitest';
import { clockOffset, SonyClock } from '@/utils/browser/sony-clock';

const HOUR = 3_600_000;
const ACCOUNT = 'ca.account.sony.com';
const DATA = 'm.np.playstation.com';

beforeEach(() => {
  fakeBrowser.reset();
});

/** The head of an answer from a host whose clock is so much ahead of this device's. */
function head(ahead: number, more: Record<string, string> = {}): Headers {
  return new Headers({ Date: new Date(Date.now() + ahead).toUTCString(), ...more });
}

function isAhead(clock: SonyClock): number {
  return Math.round((clock.now() - Date.now()) / 10_000) * 10_000;
}

test('two answers that agree set it, and say by how much', async () => {
  const clock = new SonyClock();
  expect(await clock.learn(ACCOUNT, head(3 * HOUR))).toBe(0);
  const moved = await clock.learn(DATA, head(3 * HOUR));

  expect(Math.round(moved / 10_000) * 10_000).toBe(3 * HOUR);
  expect(isAhead(clock)).toBe(3 * HOUR);
  expect(await clockOffset.read()).toBe(moved);
});

test('an answer from a cache says nothing, one that has just come into it does', async () => {
  const clock = new SonyClock();
  for (let n = 0; n < 3; n++) await clock.learn(DATA, head(-3 * HOUR, { Age: '10800' }));
  expect(isAhead(clock)).toBe(0);

  for (let n = 0; n < 2; n++) await clock.learn(DATA, head(-3 * HOUR, { Age: '0' }));
  expect(isAhead(clock)).toBe(-3 * HOUR);
});

test.each([-480, -3, 2, 48])(
  'a host that is the first to answer, and %i hours off, is left once the other one is known',
  async (hours) => {
    const clock = new SonyClock();
    for (let n = 0; n < 2; n++) await clock.learn(ACCOUNT, head(hours * HOUR));
    for (let n = 0; n < 2; n++) await clock.learn(DATA, head(0));
    expect(isAhead(clock)).toBeCloseTo(0);

    for (let n = 0; n < 4; n++) await clock.learn(ACCOUNT, head(hours * HOUR));
    expect(isAhead(clock)).toBeCloseTo(0);
  },
);

test('a date without a zone, and an age that cannot be read, say nothing', async () => {
  vi.stubEnv('TZ', 'Asia/Tokyo');
  const clock = new SonyClock();
  const here = new Date().toUTCString().replace(' GMT', '');
  for (let n = 0; n < 3; n++) await clock.learn(DATA, new Headers({ Date: here }));
  expect(isAhead(clock)).toBeCloseTo(0);

  for (let n = 0; n < 3; n++) await clock.learn(DATA, head(HOUR, { Age: '3600, 3600' }));
  vi.unstubAllEnvs();
  expect(isAhead(clock)).toBeCloseTo(0);
});

test.each([undefined, '', 'yesterday', '0'])('a date that reads %j moves nothing', async (date) => {
  const clock = new SonyClock();
  const headers = new Headers(date === undefined ? {} : { Date: date });
  for (let n = 0; n < 3; n++) await clock.learn(DATA, headers);
  expect(isAhead(clock)).toBe(0);
});

test('a worker that lives for one answer hands it on to the next', async () => {
  await new SonyClock().learn(ACCOUNT, head(3 * HOUR));
  const next = new SonyClock();
  await next.load();
  await next.learn(ACCOUNT, head(3 * HOUR));

  expect(isAhead(next)).toBe(3 * HOUR);
});

test('two hosts a minute apart move it once in many syncs, whichever answers first', async () => {
  const seen = new Set<number>();
  for (let sync = 0; sync < 6; sync++) {
    const clock = new SonyClock();
    await clock.load();
    const hosts = sync % 2 === 0 ? [DATA, DATA, ACCOUNT, ACCOUNT] : [ACCOUNT, ACCOUNT, DATA, DATA];
    for (const host of hosts) {
      await clock.learn(host, head(host === DATA ? 60_000 : 120_000));
      seen.add(isAhead(clock));
    }
  }
  expect([...seen]).toStrictEqual([0, 60_000]);
});

test('a disk that takes nothing costs no answer', async () => {
  const clock = new SonyClock();
  const set = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('full'));
  await clock.learn(DATA, head(HOUR));
  await clock.learn(DATA, head(HOUR));
  set.mockRestore();

  expect(isAhead(clock)).toBe(HOUR);
});

test('once forgotten, one answer does not bring it back', async () => {
  const clock = new SonyClock();
  for (let n = 0; n < 2; n++) await clock.learn(DATA, head(HOUR));
  clock.forget();
  await clock.learn(DATA, head(HOUR));

  expect(isAhead(clock)).toBe(0);
});

test('who reckoned by it corrects that before anybody follows it', async () => {
  const clock = new SonyClock();
  const told: number[][] = [];
  const onMoved = async (by: number, before: number) => {
    told.push([Math.round(by / HOUR), Math.round((before - Date.now()) / HOUR)]);
    expect(await clockOffset.read()).toBe(0);
    expect(isAhead(clock)).toBe(-480 * HOUR);
  };
  for (let n = 0; n < 3; n++) await clock.learn(DATA, head(-480 * HOUR), onMoved);

  // A millisecond later the rounded zero is a negative one.
  expect(told).toEqual([[-480, expect.closeTo(0)]]);
});
