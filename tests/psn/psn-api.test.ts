import * as psnApi from 'psn-api';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loopbackFetch } from './loopback-fetch.ts';
import type { Simulator } from './simulator.ts';
import { startSimulator } from './simulator.ts';

let psn: Simulator;

beforeEach(async () => {
  psn = await startSimulator({ account: 'leaderboard' });
  vi.stubGlobal('fetch', loopbackFetch(psn.port));
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await psn.close();
});

async function signIn(): Promise<psnApi.AuthTokensResponse> {
  const code = await psnApi.exchangeNpssoForAccessCode(psn.control.sessionCookie().value);
  return psnApi.exchangeAccessCodeForAuthTokens(code);
}

test('psn-api signs in, refreshes, and reads everything that it can ask for', async () => {
  const tokens = await signIn();
  const refreshed = await psnApi.exchangeRefreshTokenForAuthTokens(tokens.refreshToken);
  expect(refreshed.refreshToken).toBe(tokens.refreshToken);
  const { trophyTitles, totalItemCount } = await psnApi.getUserTitles(refreshed, 'me', {
    limit: 800,
  });
  expect([trophyTitles.length, totalItemCount]).toEqual([800, 5000]);
  const title = trophyTitles[0];
  if (title === undefined) throw new Error('No title');
  const options = { npServiceName: title.npServiceName };
  const np = title.npCommunicationId;
  const defined = await psnApi.getTitleTrophies(refreshed, np, 'all', options);
  const earned = await psnApi.getUserTrophiesEarnedForTitle(refreshed, 'me', np, 'all', options);
  expect(defined.totalItemCount).toBe(earned.totalItemCount);
  await psnApi.getTitleTrophyGroups(refreshed, np, options);
  await psnApi.getUserTrophyGroupEarningsForTitle(refreshed, 'me', np, options);
  const summary = await psnApi.getUserTrophyProfileSummary(refreshed, 'me');
  expect(summary.accountId).toBe('9007199254740993001');
  const played = await psnApi.getUserPlayedGames(refreshed, 'me', {
    limit: 200,
    offset: 0,
  });
  const npTitleIds = played.titles
    .slice(0, 5)
    .map(({ titleId }) => titleId)
    .join(',');
  const mapped = await psnApi.getUserTrophiesForSpecificTitle(refreshed, 'me', { npTitleIds });
  expect(mapped.titles).toHaveLength(5);
});

test('psn-api reads profile, presence, devices and the store', async () => {
  const tokens = await signIn();
  const { profile } = await psnApi.getProfileFromUserName(tokens, 'me');
  expect(profile.onlineId).toBe('Quarter_Million');
  await psnApi.getProfileFromAccountId(tokens, profile.accountId);
  await psnApi.getBasicPresence(tokens, profile.accountId);
  await psnApi.getAccountDevices(tokens);
  expect(await psnApi.getUserRegion(tokens, 'GildedWren')).toMatchObject({ code: 'US' });
  const bought = await psnApi.getPurchasedGames(tokens, { size: 100 });
  expect(bought.data.purchasedTitlesRetrieve.games).toHaveLength(100);
  const recent = await psnApi.getRecentlyPlayedGames(tokens, {
    limit: 10,
    categories: ['ps4_game', 'ps5_native_game'],
  });
  expect(recent.data.gameLibraryTitlesRetrieve.games).toHaveLength(10);
});
