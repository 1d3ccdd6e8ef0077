import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Fault } from './faults.ts';
import type { Row } from './rows.ts';
import type { Simulator } from './simulator.ts';
import { startSimulator } from './simulator.ts';
import { bodyOf, TestClient } from './test-client.ts';

const GAMES = 'https://m.np.playstation.com/api/gamelist/v2/users/me/titles';
let psn: Simulator;
let client: TestClient;

beforeEach(async () => {
  psn = await startSimulator({ account: 'casual' });
  client = new TestClient(psn);
  await client.connect(psn.control.sessionCookie().value);
});
afterEach(() => psn.close());

async function titles(limit = 20): Promise<Row> {
  return bodyOf(await client.trophy(`/users/me/trophyTitles?limit=${limit}`));
}

/** Ids in the order of the rows, where the rest of the answer is right. */
function idsIn(page: Row): unknown[] {
  return (page['trophyTitles'] as Row[]).map((row) => row['npCommunicationId']);
}

async function withFault(fault: Fault): Promise<Row> {
  psn.control.inject({ endpoint: 'trophyTitles', fault });
  return titles();
}

test('a page size can fail, and smaller ones work', async () => {
  for (const fault of ['400', '500', 'html-200'] as const) {
    psn.control.clearFaults();
    const where = { limitAbove: 200 };
    psn.control.inject({ endpoint: 'trophyTitles', fault, call: 'every', where });
    const answers = [800, 400, 201, 200].map((limit) =>
      client.trophy(`/users/me/trophyTitles?limit=${limit}`),
    );
    const bodies = (await Promise.all(answers)).map(({ body }) => body.includes('trophyTitles'));
    expect(bodies, fault).toEqual([false, false, false, true]);
  }
});

test('a page size that fails counts the size that an endpoint has by itself', async () => {
  const fits = async (endpoint: 'gamelist' | 'trophyTitles', limitAbove: number) => {
    psn.control.clearFaults();
    psn.control.inject({ endpoint, fault: '400', call: 'every', where: { limitAbove } });
    const path = '/users/me/trophyTitles';
    const { status } = await (endpoint === 'gamelist' ? client.get(GAMES) : client.trophy(path));
    return status === 200;
  };
  expect([await fits('gamelist', 10), await fits('gamelist', 9)]).toEqual([true, false]);
  expect([await fits('trophyTitles', 100), await fits('trophyTitles', 99)]).toEqual([true, false]);
});

test('a list can end before its end', async () => {
  const page = await withFault('stops-early');
  expect(page).not.toHaveProperty('nextOffset');
  expect([idsIn(page).length, page['totalItemCount']]).toEqual([20, 42]);
  psn.control.inject({ endpoint: 'gamelist', fault: 'stops-early' });
  expect(bodyOf(await client.get(GAMES))).toHaveProperty('nextOffset', null);
  expect(bodyOf(await client.get(GAMES))).toHaveProperty('nextOffset', 10);
});

test('a list can drift: other rows are missing each time, and the total goes along', async () => {
  const whole = await titles(42);
  psn.control.inject({ endpoint: 'trophyTitles', fault: 'drifting', call: 'every' });
  const readings = [];
  for (let reading = 0; reading < 4; reading++) readings.push(await titles(42));
  expect(readings.map((page) => idsIn(page).length)).toEqual([42, 40, 36, 25]);
  expect(readings.map((page) => page['totalItemCount'])).toEqual([42, 40, 36, 25]);
  const missing = readings.map((page) => idsIn(whole).filter((id) => !idsIn(page).includes(id)));
  expect(missing[2]).not.toEqual(expect.arrayContaining(missing[1] ?? []));
  expect(readings.some((page) => 'nextOffset' in page)).toBe(false);
});

test('a total can lie, and rows can come twice', async () => {
  expect(await withFault('low-total')).toMatchObject({ totalItemCount: 39, nextOffset: 20 });
  expect(await withFault('high-total')).toMatchObject({ totalItemCount: 45, nextOffset: 20 });
  const ids = idsIn(await withFault('repeated-rows'));
  expect([ids.length, new Set(ids).size]).toEqual([22, 20]);
});

test('an answer about trophies can be short without saying so', async () => {
  const [title] = (await titles())['trophyTitles'] as Row[];
  const np = String(title?.['npCommunicationId']);
  const service = String(title?.['npServiceName']);
  const path = `/npCommunicationIds/${np}/trophyGroups/all/trophies?npServiceName=${service}`;
  const whole = bodyOf(await client.trophy(path));
  const where = { npCommunicationId: np };
  psn.control.inject({ endpoint: 'trophies', fault: 'short-answer', where });
  const short = bodyOf(await client.trophy(path));
  const total = Number(whole['totalItemCount']);
  expect((short['trophies'] as Row[]).length).toBe(Math.ceil(total / 5));
  expect(short['totalItemCount']).toBe(total);
  expect(short).not.toHaveProperty('nextOffset');
});

test('what a list does can be said in full', async () => {
  const page = await withFault({ list: { first: 5, repeats: 1, total: 'follows' } });
  expect([idsIn(page).length, page['totalItemCount'], page['nextOffset']]).toEqual([6, 27, 20]);
  const leaves = { list: { leavesOut: [1, 3] } };
  psn.control.inject({ endpoint: 'trophyTitles', fault: leaves, call: 'every' });
  const lengths = [await titles(), await titles(), await titles()].map((one) => idsIn(one).length);
  expect(lengths).toEqual([19, 17, 19]);
});
