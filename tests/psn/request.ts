/** One request as it came in, read whole. */
export interface SonyRequest {
  method: string;
  host: string;
  path: string;
  query: URLSearchParams;
  /** Lower-case names. */
  headers: Record<string, string>;
  body: string;
}

export function cookieOf(request: SonyRequest, name: string): string | undefined {
  for (const pair of (request.headers['cookie'] ?? '').split(';')) {
    const [key, ...rest] = pair.trim().split('=');
    if (key === name) return rest.join('=');
  }
  return undefined;
}

/** The fields of a form body; empty for any other kind of body. */
export function formOf(request: SonyRequest): URLSearchParams {
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded');
  return new URLSearchParams(isForm === true ? request.body : '');
}
