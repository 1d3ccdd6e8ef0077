import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Row } from './rows.ts';
import { withFieldsEdit } from './rows.ts';
import type { AccountName, Simulator } from './simulator.ts';
import { startSimulator } from './simulator.ts';
import { bodyOf, rowsOf, TestClient } from './test-client.ts';

const GAMES = 'https://m.np.playstation.com/api/gamelist/v2/users/me/titles?limit=200';
let psn: Simulator;
let client: TestClient;

beforeEach(async () => {
  psn = await startSimulator({ account: 'regular' });
  client = new TestClient(psn);
  await client.connect(psn.control.sessionCookie().value);
});
afterEach(() => psn.close());

async function titles(): Promise<Row[]> {
  return rowsOf(await client.trophy('/users/me/trophyTitles?limit=800'), 'trophyTitles');
}

async function games(): Promise<Row[]> {
  return rowsOf(await client.get(GAMES), 'titles');
}

test('names and icons follow the language, and nothing else does', async () => {
  const [before, playedBefore] = [await titles(), await games()];
  psn.control.setLanguage('ja');
  const [after, played] = [await titles(), await games()];
  const differs = (field: string): number =>
    after.filter((row, index) => row[field] !== before[index]?.[field]).length;
  expect(differs('trophyTitleName')).toBeGreaterThan(100);
  expect(differs('trophyTitleName')).toBeLessThan(200);
  expect(differs('trophyTitleIconUrl')).toBeGreaterThan(50);
  expect(differs('trophyTitleIconUrl')).toBeLessThan(differs('trophyTitleName'));
  const rest = (row: Row): Row =>
    withFieldsEdit(row, {
      without: ['trophyTitleName', 'trophyTitleDetail', 'trophyTitleIconUrl'],
    });
  expect(after.map(rest)).toEqual(before.map(rest));
  expect(played[0]?.['localizedName']).not.toBe(playedBefore[0]?.['localizedName']);
});

test('names end in line feeds and blanks, and have odd ones inside', async () => {
  psn.control.setRecordedForms({ oddNames: true });
  const names = (await titles()).map((row) => String(row['trophyTitleName']));
  for (const odd of [/\n$/, / $/, /\u00a0$/, /\S\u3000\S/]) {
    expect(names.filter((name) => odd.test(name)).length, String(odd)).toBeGreaterThan(5);
  }
});

test('rows of 2022 say that there are groups, not how many', async () => {
  psn.control.setRecordedForms({ noGroupCounts: true });
  const rows = await titles();
  expect(rows.some((row) => row['hasTrophyGroups'])).toBe(true);
  expect(rows.some((row) => 'trophyGroupCount' in row)).toBe(false);
});

test('games and apps are filed as unknown alike, and only apps have no genres', async () => {
  const isApp = ({ concept }: Row): boolean => ((concept as Row)['genres'] as []).length === 0;
  const apps = (await games()).filter(isApp).map(({ titleId }) => titleId);
  psn.control.setRecordedForms({ categories: 'all-unknown' });
  const rows = await games();
  expect(rows.every(({ category }) => category === 'unknown')).toBe(true);
  expect(rows.filter(isApp).map(({ titleId }) => titleId)).toEqual(apps);
  psn.control.setRecordedForms({ categories: 'apps-as-others' });
  const others = (await games()).filter(isApp).map(({ category }) => category);
  expect(others.some((category) => String(category).endsWith('media_app'))).toBe(false);
});

test('two groups have one name, and icons end in capitals', async () => {
  const [title] = (await titles()).filter((row) => Number(row['trophyGroupCount']) > 2);
  psn.control.setRecordedForms({ sameGroups: true, upperCaseIcons: true });
  const path = `/npCommunicationIds/${String(title?.['npCommunicationId'])}/trophyGroups?npServiceName=${String(title?.['npServiceName'])}`;
  const groups = rowsOf(await client.trophy(path), 'trophyGroups').slice(-2);
  expect(groups[0]?.['trophyGroupName']).toBe(groups[1]?.['trophyGroupName']);
  expect(groups[0]?.['trophyGroupId']).not.toBe(groups[1]?.['trophyGroupId']);
  const icons = (await titles()).map((row) => String(row['trophyTitleIconUrl']));
  expect(icons.every((icon) => icon.endsWith('.PNG'))).toBe(true);
});

test('the data host names no character set, and a list says where its page before ends', async () => {
  const page = await client.get(`${GAMES}&offset=200`);
  expect(page.headers['content-type']).toBe('application/json');
  expect(bodyOf(page)).toMatchObject({ previousOffset: 199, nextOffset: null });
});

test('two hosts can tell different times', async () => {
  psn.control.skewDateHeader(-60_000, 'm.np.playstation.com');
  const said = async (answer: ReturnType<typeof client.ssocookie>): Promise<number> =>
    Date.parse(String((await answer).headers['date']));
  const between =
    (await said(client.ssocookie())) - (await said(client.trophy('/users/me/trophySummary')));
  expect(between).toBeGreaterThan(57_000);
  expect(between).toBeLessThan(63_000);
});

test('an answer can come out of a cache, and says when it was made', async () => {
  psn.control.inject({ endpoint: 'trophySummary', fault: { age: 240 } });
  const { headers } = await client.trophy('/users/me/trophySummary');
  expect(headers['age']).toBe('240');
  expect(Date.now() - Date.parse(String(headers['date']))).toBeGreaterThan(238_000);
  expect((await client.trophy('/users/me/trophySummary')).headers).not.toHaveProperty('age');
});

async function profileOf(account: AccountName): Promise<Row> {
  psn.control.signIn(account);
  const tokens = await client.connect(psn.control.sessionCookie().value);
  const claims = Buffer.from(String(tokens['access_token']).split('.')[1] ?? '', 'base64url');
  const { account_id: id, is_child } = JSON.parse(claims.toString()) as Row;
  const path = `https://m.np.playstation.com/api/userProfile/v1/internal/users/${String(id)}/profiles`;
  return { ...bodyOf(await client.get(path)), is_child };
}

test('a child is one by its token, and shows no personal detail', async () => {
  expect(await profileOf('regular')).toMatchObject({ is_child: false, personalDetail: {} });
  const child = await profileOf('child');
  expect(child).toMatchObject({ is_child: true, onlineId: 'moon-cadet' });
  expect(child).not.toHaveProperty('personalDetail');
});

test('a profile that was never set up has neither name nor avatar', async () => {
  const profile = await profileOf('unfinished');
  expect(profile).not.toHaveProperty('onlineId');
  expect(profile['avatars']).toEqual([]);
});

test('an unfinished profile shows at the session, or at the authorisation', async () => {
  const npsso = psn.control.sessionCookie().value;
  psn.control.profileUnfinished('at-session');
  expect(bodyOf(await client.ssocookie(npsso))).toMatchObject({ error: 'invalid_grant' });
  expect(await client.code(npsso)).toMatch(/^v3\./);
  psn.control.profileUnfinished('at-authorize');
  expect(bodyOf(await client.ssocookie(npsso))).toHaveProperty('npsso', npsso);
  expect(await client.code(npsso)).toBe('');
});
