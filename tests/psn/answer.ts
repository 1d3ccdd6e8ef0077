/** What to send back, and how. */
export interface Answer {
  status: number;
  headers: [name: string, value: string][];
  body: string;
  /** `dropped`: the connection is cut instead; `cut-off`: in the middle; `silent`: nothing ever comes. */
  delivery?: 'whole' | 'cut-off' | 'dropped' | 'silent';
  delay?: number;
}

export function json(value: unknown, status = 200, headers: Answer['headers'] = []): Answer {
  return {
    status,
    headers: [['Content-Type', 'application/json;charset=UTF-8'], ...headers],
    body: JSON.stringify(value),
  };
}

export function html(body: string, status = 200, headers: Answer['headers'] = []): Answer {
  return { status, headers: [['Content-Type', 'text/html;charset=UTF-8'], ...headers], body };
}

export function redirect(location: string, headers: Answer['headers'] = []): Answer {
  return { status: 302, headers: [['Location', location], ...headers], body: '' };
}

export function empty(status: number, headers: Answer['headers'] = []): Answer {
  return { status, headers, body: '' };
}

export function withHeaders(answer: Answer, headers: Answer['headers']): Answer {
  return { ...answer, headers: [...answer.headers, ...headers] };
}
