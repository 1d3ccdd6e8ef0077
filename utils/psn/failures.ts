import { DAY } from '../domain/time-units';
import type { Cause, Failure } from '../domain/failure';
import type { Endpoint } from './endpoints';

/** Longer than a day is not a pause but a broken header. */
const LONGEST_PAUSE = DAY;
/** When it will be well again a server can only guess: it is looked at once an hour. */
const LONGEST_OUTAGE = 3_600_000;

/** What 400 says of what was sent to the token endpoint. Any other refusal there says nothing of it. */
const REFUSED_GRANTS: Partial<Record<Endpoint, Cause>> = {
  exchange: 'code-refused',
  refresh: 'token-refused',
};

/** Words of the token endpoint for a grant that it takes no more; any other is about how we ask. */
const GRANT_ERRORS = ['invalid_grant', 'invalid_token'];

/** The parts of an answer that decide whether it is one. */
export interface AnswerHead {
  status: number;
  isJson: boolean;
  /** The account host's word for what is wrong, where it has one. */
  error: string | null;
  headers: Headers;
}

/** Why an answer cannot be used, or null where it can. */
export function failureOfAnswer(endpoint: Endpoint, head: AnswerHead, now: number): Failure | null {
  const { status, headers } = head;
  const cause = causeOfAnswer(endpoint, head);
  if (cause === null) return null;
  // The browser does not show the status of an answer that leads elsewhere.
  const failure: Failure = { cause, during: endpoint, ...(status === 0 ? {} : { status }) };
  const until = untilOf(cause, headers, now);
  return until === null ? failure : { ...failure, until };
}

/** When the next request is welcome, by the word of whoever refused this one. */
function untilOf(cause: Cause, headers: Headers, now: number): number | null {
  if (cause !== 'too-many-requests' && cause !== 'sony-down') return null;
  const end = pauseEnd(headers, now);
  const isOutage = end !== null && cause === 'sony-down';
  return isOutage ? Math.min(end, now + LONGEST_OUTAGE) : end;
}

function causeOfAnswer(endpoint: Endpoint, head: AnswerHead): Cause | null {
  const { status, isJson } = head;
  if (status === 429) return 'too-many-requests';
  if (isElsewhere(status)) return causeOfPageAt(endpoint);
  // With 408 it is the server that was too slow: nothing was wrong with what was asked.
  if (status >= 500 || status === 408) return 'sony-down';
  // Sony's edge (Akamai) refuses with a page or nothing; Sony's API refuses with JSON.
  if (status === 403 && !isJson) return 'edge-block';
  if (status === 404) return 'not-found';
  if (status >= 400) return causeOfRefusalAt(endpoint, head);
  if (isJson) return null;
  return isPage(head) ? causeOfPageAt(endpoint) : 'answer-not-understood';
}

/** As while Sony's servers are being looked after. */
function isPage({ headers }: AnswerHead): boolean {
  return headers.get('Content-Type')?.startsWith('text/html') ?? false;
}

/** Sony's API leads nowhere else; what does is somebody's page. */
function isElsewhere(status: number): boolean {
  return status === 0 || (status >= 300 && status < 400);
}

/** A grant that came to a page was not looked at: it has neither ended nor been traded. */
function causeOfPageAt(endpoint: Endpoint): Cause {
  return REFUSED_GRANTS[endpoint] === undefined ? 'answer-not-understood' : 'sony-down';
}

function causeOfRefusalAt(endpoint: Endpoint, { status, isJson, error }: AnswerHead): Cause {
  // Nobody whom it knows asks for a code.
  if (endpoint === 'session' || (endpoint === 'code' && status === 401)) return 'not-signed-in';
  const refused = REFUSED_GRANTS[endpoint];
  if (refused === undefined) return causeOfRefusal(status);
  // 401 and 403 are about the client that asks: a grant is refused with 400.
  if (status === 401 || status === 403) return 'sony-down';
  const isOfGrant = isJson && (error === null || GRANT_ERRORS.includes(error));
  return status === 400 && isOfGrant ? refused : 'answer-not-understood';
}

function causeOfRefusal(status: number): Cause {
  if (status === 403) return 'not-permitted';
  return status === 401 ? 'access-refused' : 'answer-not-understood';
}

/**
 * When Sony's pause is over, in milliseconds since 1970; null where it does not say so sensibly.
 * `X-RateLimit-Next-Available` is unix seconds (a date has been seen too); `Retry-After` was never reported of Sony,
 * but is the standard.
 */
function pauseEnd(headers: Headers, now: number): number | null {
  const said = [
    instantOf(headers.get('X-RateLimit-Next-Available')),
    laterBy(headers.get('Retry-After'), now),
  ];
  return said.find((end) => end !== null && end > now && end <= now + LONGEST_PAUSE) ?? null;
}

function instantOf(header: string | null): number | null {
  if (header === null || header.trim() === '') return null;
  const instant = Number.isFinite(Number(header)) ? Number(header) * 1000 : Date.parse(header);
  return Number.isFinite(instant) ? instant : null;
}

function laterBy(header: string | null, now: number): number | null {
  if (header === null || header.trim() === '') return null;
  const seconds = Number(header);
  return Number.isFinite(seconds) ? now + seconds * 1000 : instantOf(header);
}
