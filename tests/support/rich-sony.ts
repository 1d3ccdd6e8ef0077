import { endpointOf, type Endpoint } from '@/utils/psn/endpoints';
import { json, type Answer } from '../psn/answer.ts';
import { edited } from '../psn/fault-edits.ts';
import { replacement } from '../psn/fault-answers.ts';
import type { Fault } from '../psn/faults.ts';
import { richAnswer, type RichAccount } from './rich-answers';

/** What of Sony's answers is odd: of one endpoint, for one game where it is about one. */
export interface OddAnswer {
  endpoint: Endpoint;
  fault: Fault;
}

/** What the simulator calls what we call so. */
const AT_SIMULATOR = {
  titles: 'trophyTitles',
  summary: 'trophySummary',
  'played-games': 'gamelist',
  matching: 'titlesByNpTitleId',
  definitions: 'trophies',
  earned: 'earned',
  groups: 'groups',
  profile: 'profile',
  refresh: 'token',
} as const;

export const RICH_ENDPOINTS = Object.keys(AT_SIMULATOR) as (keyof typeof AT_SIMULATOR)[];

/** A PlayStation Network of some games, whose answers can be odd in every way that the simulator knows. */
export class RichSony {
  /** Whose tokens and games are asked for. */
  account: RichAccount = { accountId: '', hasChanged: false };
  /** Every request, as `endpoint game`. */
  readonly asked: string[] = [];
  odd: OddAnswer | null = null;
  /** Is told of each odd answer before it is given. */
  onOdd: () => void = () => undefined;
  /** The next answer that is not odd is this refusal instead. */
  nextRefusal: Fault | null = null;
  oddAnswers = 0;
  now = (): number => 0;

  readonly fetch = (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const url = new URL(input instanceof Request ? input.url : input);
    const endpoint = endpointOf(url, init?.body);
    const game = /NPWR0000(\w)_00/.exec(url.pathname)?.[1] ?? '';
    this.asked.push(`${endpoint} ${game}`.trim());
    const answer = json(richAnswer(endpoint, url, this.account, this.now()));
    const isOdd = this.odd?.endpoint === endpoint && (game === '' || game === 'A');
    if (isOdd) this.onOdd();
    const refusal = isOdd ? (this.odd?.fault ?? null) : this.nextRefusal;
    if (!isOdd) this.nextRefusal = null;
    const given = refusal === null ? answer : this.#spoiled(answer, refusal, endpoint, url);
    return responseOf(given);
  };

  #spoiled(answer: Answer, fault: Fault, endpoint: Endpoint, url: URL): Answer {
    const { host, pathname: path, searchParams: query } = url;
    const request = { method: 'GET', host, path, query, headers: {}, body: '' };
    const named = AT_SIMULATOR[endpoint as keyof typeof AT_SIMULATOR];
    const due = { endpoint: named, fault, call: this.oddAnswers++, seconds: 90 };
    return edited(replacement(due, named, request, this.now()) ?? answer, due);
  }
}

/** As the browser hands it on, which follows no redirect. */
function responseOf({ status, headers, body, delivery }: Answer): Promise<Response> {
  if (delivery === 'silent') return Promise.reject(new DOMException('late', 'TimeoutError'));
  if (delivery === 'dropped') return Promise.reject(new TypeError('Failed to fetch'));
  if (status === 302 || status === 307) return Promise.resolve(Response.error());
  const isGzip = headers.some(([, value]) => value === 'gzip');
  const sent = delivery === 'cut-off' || isGzip ? broken(isGzip ? '' : body) : body;
  return Promise.resolve(new Response(sent, { status, headers }));
}

/** A body that ends in its middle, or cannot be unpacked. */
function broken(body: string): ReadableStream {
  return new ReadableStream({
    start: (stream) => {
      stream.enqueue(new TextEncoder().encode(body.slice(0, body.length >> 1)));
      stream.error(new TypeError('network error'));
    },
  });
}
