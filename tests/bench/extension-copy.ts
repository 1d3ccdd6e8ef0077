import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { builtExtension } from '../browser/built-extension.ts';

/** A page of the same extension that has nothing on it: what opening any page costs. */
export const EMPTY_PAGE = 'empty.html';

/** Answered by a listener that is registered after all of the worker's own, in its first turn. */
export const PING = 'bench-ping';

const LISTENER = `
chrome.runtime.onMessage.addListener((message, sender, answer) => {
  if (message === '${PING}') answer(true);
});
`;

/** A page of the same extension that runs a script of the benchmark's. */
const SCRIPT_PAGE = 'bench.html';

export interface ExtensionCopy {
  folder: string;
  remove(): void;
}

/** The shipped build with an empty page beside its own, and a listener more at the end of its worker. */
export function copyExtension(worker: 'as built' | 'empty' = 'as built'): ExtensionCopy {
  const folder = mkdtempSync(`${tmpdir()}/trophy-shelf-bench-`);
  cpSync(builtExtension('chrome-mv3'), folder, { recursive: true });
  writeFileSync(`${folder}/${EMPTY_PAGE}`, '<!doctype html><meta charset="utf-8"><title>-</title>');
  if (worker === 'empty') writeFileSync(`${folder}/background.js`, LISTENER);
  else appendFileSync(`${folder}/background.js`, LISTENER);
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
