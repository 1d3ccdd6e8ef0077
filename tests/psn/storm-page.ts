import type { Answer } from './answer.ts';
import { html } from './answer.ts';
import { webAuthorizeUrl } from './browser-sign-in.ts';
import type { SonyRequest } from './request.ts';
import { sitePage } from './site-page.ts';

/** `popup` and `tab` open a window of their own, once; `frame` is a frame in the page. */
const WAYS = ['popup', 'tab', 'frame'] as const;

export interface Storm {
  way: (typeof WAYS)[number];
  /** Milliseconds between two navigations; 200 by default. */
  every?: number;
}

/** What a page of anybody's can do: lead a window or a frame through Sony's `authorize` again and again. */
export function stormPage({ query }: SonyRequest): Answer {
  const way = WAYS.find((known) => known === query.get('way'));
  if (way === undefined) throw new Error(`The storm goes by ${WAYS.join(', ')}`);
  const every = Number(query.get('every') ?? 200);
  return html(sitePage('A storm', `<p id="count">0</p><script>${script(way, every)}</script>`));
}

/** The clock is a worker's: a page's own goes by the second once its window is hidden. */
function script(way: Storm['way'], every: number): string {
  const clock = `setInterval(() => postMessage(0), ${String(every)})`;
  return `
    const address = ${JSON.stringify(webAuthorizeUrl())};
    const frame = () => document.body.appendChild(document.createElement('iframe')).contentWindow;
    const target = ${way === 'frame' ? 'frame()' : `open('about:blank', 'storm', ${way === 'popup' ? "'popup,width=300,height=300'" : "''"})`};
    let count = 0;
    new Worker(URL.createObjectURL(new Blob([${JSON.stringify(clock)}]))).onmessage = () => {
      target.location.href = address;
      document.getElementById('count').textContent = String(++count);
    };`;
}
