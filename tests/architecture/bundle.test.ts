/** @module-tag built */

import { globSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { scriptsOfPage, scriptsWith } from '../bench/built-scripts.ts';
import { type Build, builtExtension } from '../browser/built-extension.ts';
import { ROOT } from './project-files.ts';

const SONY = /(^|\.)(sony\.com|playstation\.(com|net)|sonyentertainmentnetwork\.com)$/;

/** Hosts that are named in the bundle and never asked for, each with its reason. */
const ONLY_NAMED = [
  'www.w3.org', // names of XML namespaces: Svelte draws SVG
  'svelte.dev', // links in the texts of Svelte's own errors
  'bit.ly', // links in the texts of Dexie's own errors
  'tinyurl.com', // the same
  'layercake.graphics', // a link in the text of an error of layercake’s
  'github.com', // whose work papaparse is, in its first comment
];

/** Each costs a page some milliseconds. */
const MOST_FILES = 15;

describe.each<Build>(['chrome-mv3', 'firefox-mv3'])('the bundle built for %s', (build) => {
  const folder = builtExtension(build);
  const files = globSync('**/*.{js,css,html,json,svg}', { cwd: folder });
  const textOf = (file: string) => readFileSync(`${folder}/${file}`, 'utf8');
  const filesWith = (pattern: RegExp) => files.filter((file) => pattern.test(textOf(file)));

  test('runs no code made at run time', () => {
    expect(filesWith(/\beval\(|\bnew Function\b|\bFunction\(/)).toEqual([]);
  });

  test("names no host but Sony's", () => {
    const hosts = files.flatMap((file) =>
      [...textOf(file).matchAll(/(?:https?|wss?):\/\/([\w.-]+)/g)].map(([, host]) => host ?? ''),
    );
    const others = hosts.filter((host) => !SONY.test(host) && !ONLY_NAMED.includes(host));
    expect([...new Set(others)]).toEqual([]);
  });

  test('says from no page where it asks for a picture', () => {
    const pages = files.filter((file) => file.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(1);
    const silent = filesWith(/<meta name="referrer" content="no-referrer">/);
    // A script may have the page that it makes for the player.
    expect(silent.filter((file) => file.endsWith('.html'))).toEqual(pages);
  });

  test('has nothing of WXT’s storage, which a name like its own brings in unasked', () => {
    expect(filesWith(/Storage key should be in the form of|storage:migrat/i)).toEqual([]);
  });

  test('has nothing of what takes up a page that a server has drawn', () => {
    expect(filesWith(/hydration_mismatch/)).toEqual([]);
  });

  test.each(['Log', 'Statistics', 'Next', 'Year', 'Game'])(
    'has the page %s in a few files: the next one is asked for where another is there',
    (page) => {
      const first = scriptsOfPage(folder, 'options.html');
      const own = files.filter(
        (file) => file.startsWith(`chunks/${page}-`) && file.endsWith('.js'),
      );
      const all = own.flatMap((script) => scriptsWith(folder, script));
      const more = all.filter((script) => !first.includes(script));
      expect(more.length).toBeGreaterThan(0);
      expect(more.length).toBeLessThanOrEqual(MOST_FILES);
    },
  );

  test('holds no path of the machine that built it', () => {
    const paths = [ROOT, `${homedir()}/`];
    expect(files.filter((file) => paths.some((path) => textOf(file).includes(path)))).toEqual([]);
  });
});
