import type { Endpoint } from './endpoints.ts';
import type { SonyRequest } from './request.ts';
import { formOf } from './request.ts';

/** Which of an endpoint's requests a fault is for; all that is said has to fit. */
export interface FaultPlace {
  offset?: number;
  /** Only pages that are asked for with a greater limit. */
  limitAbove?: number;
  npCommunicationId?: string;
  /** One of the titles that are looked up. */
  npTitleId?: string;
  query?: Record<string, string>;
  /** Fields of a form, such as `grant_type`. */
  form?: Record<string, string>;
}

export function isAtPlace(place: FaultPlace, endpoint: Endpoint, request: SonyRequest): boolean {
  const { offset, limitAbove, npCommunicationId, npTitleId, query = {}, form = {} } = place;
  const asked = request.query;
  return (
    (offset === undefined || Number(asked.get('offset') ?? 0) === offset) &&
    (limitAbove === undefined || limitOf(endpoint, asked) > limitAbove) &&
    (npCommunicationId === undefined || request.path.includes(npCommunicationId)) &&
    (npTitleId === undefined || (asked.get('npTitleIds') ?? '').split(',').includes(npTitleId)) &&
    hasAll(asked, query) &&
    hasAll(formOf(request), form)
  );
}

/** Without a limit the played list sends 10, the titles list 100, and all others everything. */
function limitOf(endpoint: Endpoint, asked: URLSearchParams): number {
  const limit = asked.get('limit');
  if (limit !== null) return Number(limit);
  return endpoint === 'gamelist' ? 10 : endpoint === 'trophyTitles' ? 100 : Infinity;
}

function hasAll(asked: URLSearchParams, wanted: Record<string, string>): boolean {
  return Object.entries(wanted).every(([key, value]) => asked.get(key) === value);
}
