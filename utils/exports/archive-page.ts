import { PICTURE_HOSTS } from '../domain/picture-hosts';
import { GRADES } from '../domain/trophies/grades';
import { inHtml } from './html-text';

/** So many colours stand for covers. */
export const TILES = 12;

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 0 auto; padding: 1rem; }
body > svg { position: absolute; }
details { border-top: 1px solid light-dark(#ccc, #444); content-visibility: auto; contain-intrinsic-size: auto 4rem; }
summary { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: center; padding: .5rem 0; cursor: pointer; }
summary h2 { flex: 1 1 12rem; margin: 0; font-size: 1rem; overflow-wrap: anywhere; }
summary .small { overflow-wrap: anywhere; }
.cover { position: relative; flex: none; width: 3rem; height: 3rem; border-radius: .25rem; overflow: hidden; }
.cover text { fill: #fff; font: bold 20px system-ui, sans-serif; text-anchor: middle; }
.cover img { position: absolute; inset: 0; width: 100%; height: 100%; object-fit: cover; }
.cup { width: 1rem; height: 1rem; vertical-align: -.15em; }
.bronze { color: light-dark(#8a4b1f, #d08a58); } .silver { color: light-dark(#5f6670, #b9c0c8); }
.gold { color: light-dark(#7a5c00, #e3b740); } .platinum { color: light-dark(#2f6287, #9cc9ea); }
li { margin: .5rem 0; overflow-wrap: anywhere; }
li details { border: 0; content-visibility: visible; }
li summary { display: list-item; padding: 0; }
.open { opacity: .75; }
.small { font-size: .875rem; }
blockquote { margin: .25rem 0 .25rem 1rem; white-space: pre-wrap; }
${Array.from({ length: TILES }, (_, at) => `.tile-${String(at)} { fill: hsl(${String(at * 30)} 45% 38%); }`).join('\n')}
`;

/** A cup, with a mark for each grade, so that none is told by its colour alone. */
const MARKS = {
  bronze: '<path d="M8 5v4" />',
  silver: '<path d="M7 5v4M9 5v4" />',
  gold: '<path d="M6.5 5v4M8 5v4M9.5 5v4" />',
  platinum: '<path d="m8 4 2.5 3L8 10 5.5 7z" />',
};

export interface PageHead {
  /** Of its words, for example `en`. */
  language: string;
  heading: string;
  /** When it was made, and of what. */
  about: string;
  withPictures: boolean;
}

/** The page up to its first game. It runs no script, and asks for nothing but Sony's pictures where that was chosen. */
export async function pageStart({
  language,
  heading,
  about,
  withPictures,
}: PageHead): Promise<string> {
  const pictures = withPictures
    ? PICTURE_HOSTS.map((host) => `https://${host}`).join(' ')
    : "'none'";
  const policy = `default-src 'none'; style-src '${await hashOf(STYLE)}'; img-src ${pictures}; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="${inHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${inHtml(heading)}</title>
<style>${STYLE}</style>
</head>
<body>
<svg width="0" height="0" aria-hidden="true">
${GRADES.map(symbolOf).join('\n')}
</svg>
<h1>${inHtml(heading)}</h1>
<p>${inHtml(about)}</p>
`;
}

export const PAGE_END = '</body>\n</html>\n';

function symbolOf(grade: keyof typeof MARKS): string {
  const cup = '<path d="M4 2h8v5a4 4 0 0 1-8 0zM8 11v3M5 14h6" />';
  return `<symbol id="${grade}" viewBox="0 0 16 16" fill="none" stroke="currentColor">${cup}${MARKS[grade]}</symbol>`;
}

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}
