import type { Endpoint } from '@/utils/psn/endpoints';

const EARNED_AT = '2026-11-20T10:00:00Z';
const CHANGED_AT = '2026-11-26T10:00:00Z';
const PICTURES = 'https://image.api.playstation.com/trophy/np';

/** Whose library it is, and whether it has changed: a new game, and an add-on to the first of which one is earned. */
export interface RichAccount {
  accountId: string;
  hasChanged: boolean;
}

type Row = Record<string, unknown>;

/** What Sony answers with all that it says of a game. */
export function richAnswer(endpoint: Endpoint, url: URL, account: RichAccount, now: number): Row {
  const games = gamesOf(account);
  const game = /NPWR0000(\w)_00/.exec(url.pathname)?.[1] ?? '';
  const isChanged = account.hasChanged && game === 'A';
  const trophies = Array.from({ length: isChanged ? 5 : 4 }, (_, trophyId) => trophyId);
  switch (endpoint) {
    case 'titles':
      return pageOf(
        'trophyTitles',
        games.map((each) => titleRow(each, account.hasChanged)),
        url,
      );
    case 'played-games':
      return { nextOffset: null, ...pageOf('titles', games.map(playedRow), url) };
    case 'summary':
      return {
        accountId: account.accountId,
        trophyLevel: 307,
        progress: 50,
        tier: 4,
        earnedTrophies: { bronze: 2 * games.length, silver: 0, gold: 0, platinum: 0 },
      };
    case 'matching':
      return { titles: (url.searchParams.get('npTitleIds') ?? '').split(',').map(matchOf) };
    case 'definitions':
      return {
        trophySetVersion: '01.00',
        hasTrophyGroups: true,
        trophies: trophies.map((id) => definitionRow(game, id)),
        totalItemCount: trophies.length,
      };
    case 'earned':
      return {
        trophySetVersion: '01.00',
        hasTrophyGroups: true,
        lastUpdatedDateTime: EARNED_AT,
        trophies: trophies.map(earnedRow),
        totalItemCount: trophies.length,
      };
    case 'groups':
      return {
        trophySetVersion: '01.00',
        trophyTitleName: `Game ${game}`,
        trophyGroups: ['default', '001'].map((id) => groupRow(game, id)),
      };
    case 'profile':
      return {
        onlineId: 'player',
        aboutMe: '',
        avatars: [{ size: 'm', url: `${PICTURES}/avatar.png` }],
        languages: ['en'],
        isPlus: true,
      };
    case 'refresh':
      return tokens(account.accountId, now);
    default:
      throw new Error(`Nobody asks for ${endpoint}`);
  }
}

function gamesOf({ hasChanged }: RichAccount): string[] {
  return [...(hasChanged ? ['D'] : []), 'A', 'B', 'C'];
}

/** So many at once, whatever is asked for: a list of some games has pages. */
const PAGE = 2;

function pageOf(key: string, rows: Row[], url: URL): Row {
  const offset = Number(url.searchParams.get('offset') ?? 0);
  const limit = Math.min(PAGE, Number(url.searchParams.get('limit')));
  const next = offset + limit;
  return {
    [key]: rows.slice(offset, next),
    ...(next < rows.length ? { nextOffset: next } : {}),
    totalItemCount: rows.length,
  };
}

function titleRow(game: string, hasChanged: boolean): Row {
  const isChanged = hasChanged && game === 'A';
  return {
    npServiceName: 'trophy2',
    npCommunicationId: `NPWR0000${game}_00`,
    trophySetVersion: isChanged ? '01.01' : '01.00',
    trophyTitleName: `Game ${game}`,
    trophyTitleIconUrl: `${PICTURES}/${game}.png`,
    trophyTitlePlatform: game === 'B' ? 'PSVITA,PS4' : 'PS5',
    hasTrophyGroups: true,
    trophyGroupCount: 2,
    definedTrophies: { bronze: isChanged ? 3 : 2, silver: 1, gold: 0, platinum: 1 },
    progress: isChanged ? 40 : 50,
    earnedTrophies: { bronze: 2, silver: 0, gold: 0, platinum: 0 },
    hiddenFlag: game === 'C',
    lastUpdatedDateTime: hasChanged && (isChanged || game === 'D') ? CHANGED_AT : EARNED_AT,
  };
}

function playedRow(game: string): Row {
  return {
    titleId: `PPSA0000${game}_00`,
    name: `Game ${game}`,
    category: 'ps5_native_game',
    service: 'none(purchased)',
    playCount: 7,
    concept: { id: 7, genres: ['ACTION'] },
    firstPlayedDateTime: '2026-11-01T10:00:00Z',
    lastPlayedDateTime: game === 'D' ? CHANGED_AT : EARNED_AT,
    playDuration: 'PT5H',
  };
}

function matchOf(npTitleId: string): Row {
  const npCommunicationId = npTitleId.replace('PPSA', 'NPWR');
  return { npTitleId, trophyTitles: [{ npCommunicationId }] };
}

function definitionRow(game: string, trophyId: number): Row {
  return {
    trophyId,
    trophyHidden: trophyId === 1,
    trophyType: ['platinum', 'bronze', 'bronze', 'silver', 'bronze'][trophyId],
    trophyName: `Trophy ${String(trophyId)}`,
    trophyDetail: `Do ${String(trophyId)}`,
    trophyIconUrl: `${PICTURES}/${game}/${String(trophyId)}.png`,
    trophyGroupId: trophyId < 3 ? 'default' : '001',
    ...(trophyId === 3 ? { trophyProgressTargetValue: '30', trophyRewardName: 'An avatar' } : {}),
  };
}

function earnedRow(trophyId: number): Row {
  const earned = trophyId === 1 || trophyId === 2;
  return {
    trophyId,
    trophyHidden: trophyId === 1,
    earned,
    ...(earned ? { earnedDateTime: `2026-11-20T10:00:0${String(trophyId)}Z` } : {}),
    ...(trophyId === 3 ? { progress: '12', progressedDateTime: EARNED_AT, progressRate: 40 } : {}),
    trophyType: 'bronze',
    trophyRare: 1,
    trophyEarnedRate: `${String(10 + trophyId)}.5`,
  };
}

function groupRow(game: string, trophyGroupId: string): Row {
  return {
    trophyGroupId,
    trophyGroupName: `Group ${trophyGroupId}`,
    trophyGroupIconUrl: `${PICTURES}/${game}/group-${trophyGroupId}.png`,
  };
}

function tokens(accountId: string, now: number): Row {
  return {
    access_token: jwt({ account_id: accountId, exp: Math.floor(now / 1000) + 3599 }),
    token_type: 'bearer',
    expires_in: 3599,
    scope: 'psn:clientapp psn:mobile.v2.core',
    refresh_token: jwt({ grant_type: 'refresh_token' }),
    refresh_token_expires_in: 863_999,
  };
}

function jwt(claims: Row): string {
  return `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;
}
