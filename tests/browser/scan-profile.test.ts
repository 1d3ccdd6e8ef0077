import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, test } from 'vitest';
import { scanProfile } from './scan-profile.ts';
import { createProfile } from './temporary-profile.ts';

const SECRET = 'q7Jk-pW3xzT9_bVn2LmRd8';
const LOCAL = 'Default/Local Extension Settings/abc';

const profile = createProfile();
afterEach(() => profile.remove());

function put(file: string, ...parts: (string | Buffer)[]): string {
  const path = join(profile.folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, Buffer.concat(parts.map((part) => Buffer.from(part))));
  return path;
}

function forms(browser: 'chromium' | 'firefox', needle: string | Uint8Array = SECRET): string[] {
  return scanProfile(browser, profile.folder, { needle }).map(
    ({ encoding, as }) => `${encoding} ${as}`,
  );
}

/** Snappy of a text that begins with four bytes that come again: a literal, a copy, a literal. */
function packed(text: string): Buffer {
  const bytes = Buffer.from(`abcd${text}`);
  return Buffer.concat([
    Buffer.from([4 + bytes.length, 3 << 2]),
    bytes.subarray(0, 4),
    Buffer.from([1, 4]), // go four back, copy four
    Buffer.from([(bytes.length - 5) << 2]),
    bytes.subarray(4),
  ]);
}

test.each([
  ['utf-8', Buffer.from(SECRET)],
  ['utf-16le', Buffer.from(SECRET, 'utf16le')],
  ['utf-16be', Buffer.from(SECRET, 'utf16le').swap16()],
  ['hex', Buffer.from(Buffer.from(SECRET).toString('hex'))],
  ['firefox-key', Buffer.from(Buffer.from(SECRET).map((byte) => byte + 1))],
  ...[0, 1, 2].map((before) => [
    'base64',
    Buffer.from(Buffer.from('x'.repeat(before) + SECRET + 'after').toString('base64')),
  ]),
] as [string, Buffer][])('finds %s among other bytes', (encoding, bytes) => {
  put(`${LOCAL}/000003.log`, 'before', bytes, 'after');
  expect(forms('chromium')).toContain(`${encoding} plain`);
});

test('finds bytes that are no text', () => {
  const key = Buffer.from([0, 200, 13, 255, 7, 128]);
  put(`${LOCAL}/000003.log`, key.toString('base64'));
  expect(forms('chromium', key)).toEqual(['base64 plain']);
});

test('finds a needle that the edge of a page cuts in two', () => {
  put(`${LOCAL}/000003.log`, SECRET.slice(0, 15), '\0\0\0\0', SECRET.slice(15));
  expect(forms('chromium')).toEqual(['utf-8 piece']);
});

test('finds what a LevelDB table has packed', () => {
  const block = Buffer.concat([packed('x'), Buffer.from([1, 0, 0, 0, 0])]);
  const entry = [0, 1, 2, 107, 0, block.length - 5];
  const index = Buffer.from([...entry, 0, 0, 0, 0, 1, 0, 0, 0]);
  const footer = Buffer.alloc(48);
  footer.set([0, 0, block.length, index.length]);
  put(`${LOCAL}/000005.ldb`, block, index, Buffer.alloc(5), footer);
  expect(forms('chromium', 'abcdabcdx')).toEqual(['utf-8 packed']);
});

test('finds what Firefox has packed in a row', () => {
  const file = put('storage/default/moz-extension+++1^userContextId=1/idb/1.sqlite');
  const database = new DatabaseSync(file);
  database.exec('CREATE TABLE object_data (data BLOB)');
  database.prepare('INSERT INTO object_data VALUES (?)').run(packed('x'));
  database.close();
  expect(forms('firefox', 'abcdabcdx')).toEqual(['utf-8 packed']);
});

test('a profile without any storage of an extension’s is no success', () => {
  put('Default/Preferences', '{}');
  expect(() => forms('chromium')).toThrow('No storage');
});
