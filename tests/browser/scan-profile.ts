import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Encoded, type Encoding, encodeNeedle, type Needle } from './needle-encodings.ts';
import { unpackStorage } from './unpack-storage.ts';

/** Where each browser keeps what belongs to an extension, from the profile's folder on. */
const OWN_STORAGE = {
  chromium: [
    'Default/{Local,Sync,Managed} Extension Settings/*/**',
    'Default/IndexedDB/chrome-extension_*/**',
    'Default/File System/**',
    'Default/{Local Storage,Session Storage}/**',
    'Default/Extension {State,Rules,Scripts}/**',
  ],
  firefox: [
    'storage/*/moz-extension+++*/**',
    'browser-extension-data/*/**',
    'storage-sync-v2.sqlite*',
    'extension-store*/**',
  ],
};

export interface Hit {
  /** The name that the caller gave to what was found. */
  needle: string;
  /** From the profile's folder on. */
  file: string;
  encoding: Encoding;
  /** `packed`: only to be seen after unpacking. `piece`: a part of a long needle, cut by a page or by packing. */
  as: 'plain' | 'packed' | 'piece';
}

/** A needle of random characters that is cut in two is still told by any so many bytes of it. */
const PIECE = 12;
const STEP = 4;
const LONG = 20;

/**
 * Looks for needles in all files of the extension's own storage, in every encoding, plain, packed and in pieces.
 * The browser must be closed. Each needle is reported once for each file, encoding and form.
 */
export function scanProfile(
  browser: keyof typeof OWN_STORAGE,
  profile: string,
  needles: Record<string, Needle>,
): Hit[] {
  const encoded = Object.entries(needles).map(
    ([needle, value]) => [needle, encodeNeedle(value)] as const,
  );
  const hits = new Map<string, Hit>();
  for (const path of ownFiles(browser, profile)) {
    const bytes = readFileSync(path);
    const unpacked = Buffer.concat(unpackStorage(path, bytes));
    for (const [needle, ways] of encoded) {
      for (const { encoding, as } of find(ways, bytes, unpacked)) {
        const hit: Hit = { needle, file: relative(profile, path), encoding, as };
        hits.set(Object.values(hit).join('\n'), hit);
      }
    }
  }
  return [...hits.values()];
}

/** The files that a scan reads: none at all is a profile in which nothing was looked for. */
function ownFiles(browser: keyof typeof OWN_STORAGE, profile: string): string[] {
  const files = OWN_STORAGE[browser]
    .flatMap((pattern) => globSync(pattern, { cwd: profile }))
    .map((path) => join(profile, path))
    .filter((path) => existsSync(path) && statSync(path).isFile());
  if (files.length === 0) throw new Error(`No storage of an extension's in ${profile}`);
  return files;
}

function find(ways: Encoded[], plain: Buffer, unpacked: Buffer): Pick<Hit, 'encoding' | 'as'>[] {
  const found: Pick<Hit, 'encoding' | 'as'>[] = [];
  for (const { encoding, bytes } of ways) {
    if (plain.includes(bytes)) found.push({ encoding, as: 'plain' });
    else if (unpacked.includes(bytes)) found.push({ encoding, as: 'packed' });
    else if (piecesOf(bytes).some((piece) => plain.includes(piece))) {
      found.push({ encoding, as: 'piece' });
    }
  }
  return found;
}

function piecesOf(bytes: Buffer): Buffer[] {
  const pieces: Buffer[] = [];
  if (bytes.length < LONG) return pieces;
  for (let at = 0; at + PIECE <= bytes.length; at += STEP) {
    pieces.push(bytes.subarray(at, at + PIECE));
  }
  return pieces;
}
