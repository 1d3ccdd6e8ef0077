import { endpointOf, type Endpoint } from '@/utils/psn/endpoints';

/** What an endpoint answers in the place of what it should. */
export const TINY_FAULTS = [
  '401',
  '403-json',
  '403-html',
  '404',
  '400',
  '500',
  '503-later',
  'silent',
  'dropped',
  'cut-off',
  'html-200',
  'empty-200',
  'broken-gzip',
  'redirect',
] as const;
export type TinyFault = (typeof TINY_FAULTS)[number];

const EARNED_AT = '2026-11-20T10:00:00Z';
const EARNED = { bronze: 3, silver: 0, gold: 0, platinum: 0 };
const REFUSAL = JSON.stringify({ error: { code: 2_240_513, message: 'Refused' } });
const PAGE = '<html><title>Maintenance</title></html>';

/** A PlayStation Network of three games, in Sony's own answers, behind a `fetch`. The first has an add-on. */
export class TinySony {
  readonly games = ['A', 'B', 'C'];
  /** Every request for data, as `endpoint game`. */
  readonly asked: string[] = [];
  /** What goes wrong with a request, or null: it is about one game, about several, or about none. */
  fault: (endpoint: Endpoint, game: string, games: readonly string[]) => TinyFault | null = () =>
    null;

  readonly fetch = (input: string | URL | Request): Promise<Response> => {
    const url = new URL(input instanceof Request ? input.url : input);
    const endpoint = endpointOf(url, undefined);
    const game = /NPWR0000(\w)_00/.exec(url.pathname)?.[1] ?? '';
    this.asked.push(`${endpoint} ${game}`.trim());
    const ids = url.searchParams.get('npTitleIds') ?? '';
    const fault = this.fault(endpoint, game, ids.match(/(?<=PPSA0000)\w/g) ?? []);
    return fault === null
      ? Promise.resolve(Response.json(this.#answer(endpoint, url)))
      : faulty(fault);
  };

  countOf(endpoint: Endpoint): number {
    return this.asked.filter((each) => each.startsWith(endpoint)).length;
  }

  #answer(endpoint: Endpoint, url: URL): unknown {
    const totalItemCount = this.games.length;
    switch (endpoint) {
      case 'titles':
        return { trophyTitles: this.games.map(titleRow), totalItemCount };
      case 'summary':
        return { trophyLevel: 7, progress: 50, tier: 1, earnedTrophies: EARNED };
      case 'played-games':
        return { titles: this.games.map(playedRow), nextOffset: null, totalItemCount };
      case 'matching': {
        const ids = (url.searchParams.get('npTitleIds') ?? '').split(',');
        return { titles: ids.map(matchOf) };
      }
      case 'definitions':
        return { trophies: [0, 1].map(definitionRow), totalItemCount: 2 };
      case 'earned':
        return { trophies: [0, 1].map(earnedRow), totalItemCount: 2 };
      case 'groups':
        return { trophyGroups: ['default', '001'].map(groupRow) };
      case 'profile':
        return { onlineId: 'tiny', avatars: [], isPlus: true };
      default:
        throw new Error(`Nobody asks for ${endpoint}`);
    }
  }
}

function faulty(fault: TinyFault): Promise<Response> {
  if (fault === 'silent') return Promise.reject(new DOMException('late', 'TimeoutError'));
  if (fault === 'dropped') return Promise.reject(new TypeError('Failed to fetch'));
  if (fault === 'empty-200') return Promise.resolve(new Response(''));
  // As the browser shows it: a head, and a body that cannot be unpacked; no status of where it leads.
  if (fault === 'broken-gzip') return Promise.resolve(new Response(unpacking()));
  if (fault === 'redirect') return Promise.resolve(Response.error());
  if (fault === 'html-200') return Promise.resolve(new Response(PAGE));
  if (fault === 'cut-off') return Promise.resolve(new Response('{"trophyTitles":[{"npServ'));
  if (fault === '403-html') return Promise.resolve(new Response(PAGE, { status: 403 }));
  if (fault === '503-later') {
    const headers = { 'Retry-After': '120' };
    return Promise.resolve(new Response(PAGE, { status: 503, headers }));
  }
  const status = Number(fault.slice(0, 3));
  return Promise.resolve(new Response(REFUSAL, { status }));
}

function unpacking(): ReadableStream {
  return new ReadableStream({
    start: (body) => body.error(new TypeError('incorrect header check')),
  });
}

function titleRow(game: string) {
  return {
    npServiceName: 'trophy2',
    npCommunicationId: `NPWR0000${game}_00`,
    trophySetVersion: '01.00',
    trophyTitleName: `Game ${game}`,
    trophyTitlePlatform: 'PS5',
    hasTrophyGroups: game === 'A',
    trophyGroupCount: game === 'A' ? 2 : 1,
    definedTrophies: { bronze: 2, silver: 0, gold: 0, platinum: 0 },
    earnedTrophies: { bronze: 1, silver: 0, gold: 0, platinum: 0 },
    progress: 50,
    hiddenFlag: game === 'C',
    lastUpdatedDateTime: EARNED_AT,
  };
}

function playedRow(game: string) {
  return {
    titleId: `PPSA0000${game}_00`,
    name: `Game ${game}`,
    category: 'ps5_native_game',
    playDuration: 'PT5H',
    firstPlayedDateTime: EARNED_AT,
    lastPlayedDateTime: EARNED_AT,
    service: 'other',
  };
}

function matchOf(npTitleId: string) {
  const npCommunicationId = npTitleId.replace('PPSA', 'NPWR');
  return { npTitleId, trophyTitles: [{ npCommunicationId }] };
}

function definitionRow(trophyId: number) {
  const isSecret = trophyId === 1;
  return {
    ...{ trophyId, trophyType: 'bronze', trophyName: `Trophy ${String(trophyId)}` },
    trophyHidden: isSecret,
  };
}

function earnedRow(trophyId: number) {
  const earned = trophyId === 0;
  return { trophyId, earned, ...(earned ? { earnedDateTime: EARNED_AT } : {}) };
}

function groupRow(trophyGroupId: string) {
  return { trophyGroupId, trophyGroupName: `Group ${trophyGroupId}` };
}
