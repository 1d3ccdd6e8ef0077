import { randomUUID } from 'node:crypto';
import type { Answer } from './answer.ts';
import { html, json } from './answer.ts';

/** Error codes are a service's base plus a number of the error's kind. */
const SERVICE_BASE = { trophy: 2240512, userProfile: 2281472, gamelist: 3239936 } as const;

export type Service = keyof typeof SERVICE_BASE;

const KIND = {
  'bad-request': { status: 400, plus: 1 },
  'expired-token': { status: 401, plus: 2 },
  'rate-limit': { status: 429, plus: 11 },
  'not-found': { status: 404, plus: 13 },
  'access-control': { status: 403, plus: 14 },
} as const;

/** The error envelope of the trophy and profile services. */
export function serviceError(
  service: Service,
  kind: keyof typeof KIND,
  message: string,
  headers: Answer['headers'] = [],
): Answer {
  const { status, plus } = KIND[kind];
  const code = SERVICE_BASE[service] + plus;
  return json({ error: { referenceId: randomUUID(), code, message } }, status, headers);
}

/** The played list has an envelope of its own. */
export function gamelistError(message: string): Answer {
  const error = { reason: 'BadRequest', code: 3239940, source: 'Gamelist', message };
  return json({ error: { ...error, referenceId: randomUUID() } }, 400);
}

export function notFound(message = 'Resource not found'): Answer {
  return serviceError('trophy', 'not-found', message);
}

/** The error body of the account host. */
export function accountError(
  error: string,
  description: string,
  code: number | undefined,
  status: number,
): Answer {
  return json(
    {
      error,
      error_description: description,
      ...(code === undefined ? {} : { error_code: code }),
      docs: 'https://auth.api.sonyentertainmentnetwork.com/docs/',
      parameters: [],
    },
    status,
  );
}

/** What the network edge says to a blocked address and to a path that does not exist. */
export function accessDenied(host: string, path: string): Answer {
  const encode = (text: string): string =>
    text.replace(/[:/.#&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
  const reference = `18.${randomUUID().slice(0, 8)}.1763800000.${randomUUID().slice(0, 7)}`;
  return html(
    `<HTML><HEAD>\n<TITLE>Access Denied</TITLE>\n</HEAD><BODY>\n<H1>Access Denied</H1>\n \n` +
      `You don't have permission to access "${encode(`http://${host}${path}`)}" on this server.<P>\n` +
      `Reference&#32;&#35;${encode(reference)}\n<P>\nhttps&#58;&#47;&#47;errors&#46;edgesuite&#46;net&#47;${encode(reference)}</P>\n` +
      `</BODY>\n</HTML>\n`,
    403,
    [
      ['Server', 'AkamaiGHost'],
      ['Mime-Version', '1.0'],
    ],
  );
}

/** The account host's "too many requests": a Tomcat page without any hint when to come back. */
export function tomcatTooMany(): Answer {
  return html(
    '<!doctype html><html lang="en"><head><title>HTTP Status 429 – Too Many Requests</title></head>' +
      '<body><h1>HTTP Status 429 – Too Many Requests</h1><hr class="line" /><p><b>Type</b> Status Report</p>' +
      '<p><b>Description</b> The user has sent too many requests in a given amount of time ' +
      '(&quot;rate limiting&quot;).</p><hr class="line" /></body></html>',
    429,
  );
}
