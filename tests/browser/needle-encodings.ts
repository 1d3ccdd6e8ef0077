/** The ways in which the same text or bytes may lie in a file. */
export type Encoding =
  'utf-8' | 'latin1' | 'utf-16le' | 'utf-16be' | 'base64' | 'hex' | 'firefox-key';

export type Needle = string | Uint8Array;

export interface Encoded {
  encoding: Encoding;
  bytes: Buffer;
}

/** Writes a needle in every way. Text is also looked for in the two-byte forms, and shifted as Firefox does in keys. */
export function encodeNeedle(needle: Needle): Encoded[] {
  const bytes = Buffer.from(typeof needle === 'string' ? needle : [...needle]);
  const encoded: Encoded[] = [
    { encoding: 'utf-8', bytes },
    ...base64Phases(bytes).map((text) => ({ encoding: 'base64' as const, bytes: text })),
    { encoding: 'hex', bytes: Buffer.from(bytes.toString('hex')) },
    { encoding: 'hex', bytes: Buffer.from(bytes.toString('hex').toUpperCase()) },
  ];
  if (typeof needle !== 'string') return encoded;
  const wide = Buffer.from(needle, 'utf16le');
  encoded.push({ encoding: 'utf-16le', bytes: wide });
  encoded.push({ encoding: 'utf-16be', bytes: Buffer.from(wide).swap16() });
  const latin = Buffer.from(needle, 'latin1');
  if (latin.toString('latin1') === needle && !latin.equals(bytes)) {
    encoded.push({ encoding: 'latin1', bytes: latin });
  }
  if (bytes.every((byte) => byte < 127)) {
    encoded.push({ encoding: 'firefox-key', bytes: Buffer.from(bytes.map((byte) => byte + 1)) });
  }
  return encoded;
}

/** Base64 of the bytes at each of the three places in a group, without the ends that depend on their neighbours. */
function base64Phases(bytes: Buffer): Buffer[] {
  return [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const end = (before + bytes.length) % 3 === 0 ? text.length : text.length - 1;
    return Buffer.from(text.slice(before === 0 ? 0 : before + 1, end));
  });
}
