import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { type Build, builtExtension } from '../browser/built-extension.ts';
import { PAINT_CLOCK } from './painted.ts';

/** A page of the same extension that has nothing on it: what opening any page costs. */
export const EMPTY_PAGE = 'empty.html';

/** Answered by a listener that is registered after all of the worker's own, in its first turn. */
export const PING = 'bench-ping';

/** An alarm that the last listener tells of, and that nobody has anything to do for. */
export const RING = 'bench-ring';
/** How old the worker was then, in milliseconds: a browser lets alarms go off when it likes. */
export const RUNG = 'heardAfter';

const LISTENER = `
chrome.runtime.onMessage.addListener((message, sender, answer) => {
  if (message === '${PING}') answer(true);
});
chrome.alarms.onAlarm.addListener(({ name }) => {
  if (name === '${RING}') void chrome.runtime.sendMessage({ ${RUNG}: performance.now() });
});
`;

/** A page of the same extension that runs a script of the benchmark's. */
const SCRIPT_PAGE = 'bench.html';
const CLOCK = 'paint-clock.js';

export interface ExtensionCopy {
  folder: string;
  remove(): void;
}

interface Options {
  /** `idle`: as many bytes as the built one has, which nobody runs. */
  worker?: 'as built' | 'empty' | 'idle';
  build?: Build;
}

/** The shipped build with an empty page beside its own, a clock on each, and a listener more at the end of its worker. */
export function copyExtension(options: Options = {}): ExtensionCopy {
  const { worker = 'as built', build = 'chrome-mv3' } = options;
  const folder = mkdtempSync(`${tmpdir()}/trophy-shelf-bench-`);
  cpSync(builtExtension(build), folder, { recursive: true });
  const empty = '<!doctype html><head><meta charset="utf-8"><title>-</title></head>';
  writeFileSync(`${folder}/${EMPTY_PAGE}`, empty);
  writeFileSync(`${folder}/${CLOCK}`, PAINT_CLOCK);
  for (const page of [EMPTY_PAGE, 'popup.html', 'options.html']) addClock(`${folder}/${page}`);
  const script = `${folder}/background.js`;
  if (worker !== 'as built') writeFileSync(script, worker === 'idle' ? idleAs(script) : '');
  appendFileSync(script, LISTENER);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Adds a page with this script to a copy of the extension, and hands back its path. */
export function addScriptPage({ folder }: ExtensionCopy, script: string): string {
  writeFileSync(`${folder}/bench.js`, script);
  const html =
    '<!doctype html><meta charset="utf-8"><script type="module" src="bench.js"></script>';
  writeFileSync(`${folder}/${SCRIPT_PAGE}`, html);
  return SCRIPT_PAGE;
}

/** Functions that nobody calls, as long as this script. */
function idleAs(script: string): string {
  let text = '';
  for (let count = 0; text.length < statSync(script).size; count++) {
    text += `function idle${String(count)}(rows, by) {
  const scaled = rows.map((row) => row * by).filter((row) => row > ${String(count)});
  return scaled.reduce((sum, row) => sum + row, 0);
}
`;
  }
  return text;
}

function addClock(page: string): void {
  const text = readFileSync(page, 'utf8');
  writeFileSync(page, text.replace('</head>', `<script src="/${CLOCK}"></script></head>`));
}
