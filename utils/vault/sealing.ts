/** What is stored of a sealed text. Both fields are base64. */
export interface Sealed {
  iv: string;
  data: string;
}

/** The two halves of the key, kept in two places: neither alone opens anything. */
export interface KeyHalves {
  /** A non-extractable HKDF key. */
  inDatabase: CryptoKey;
  /** 32 random bytes, the salt. */
  inStorage: Uint8Array<ArrayBuffer>;
}

/** Makes two new halves. */
export async function makeKeyHalves(): Promise<KeyHalves> {
  const material = crypto.getRandomValues(new Uint8Array(32));
  const inDatabase = await crypto.subtle.importKey('raw', material, 'HKDF', false, ['deriveKey']);
  return { inDatabase, inStorage: crypto.getRandomValues(new Uint8Array(32)) };
}

/**
 * Seals a text with AES-GCM under a fresh IV.
 * @param context what it is and whose: a sealed text moved elsewhere does not open
 */
export async function seal(halves: KeyHalves, context: string, text: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: bytesOf(context) },
    await derive(halves),
    bytesOf(text),
  );
  return { iv: toBase64(iv), data: toBase64(new Uint8Array(data)) };
}

/** The sealed text, or null where it does not open with these halves and this context. */
export async function unseal(
  halves: KeyHalves,
  context: string,
  { iv, data }: Sealed,
): Promise<string | null> {
  try {
    const text = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: fromBase64(iv), additionalData: bytesOf(context) },
      await derive(halves),
      fromBase64(data),
    );
    return new TextDecoder().decode(text);
  } catch {
    return null;
  }
}

function derive({ inDatabase, inStorage }: KeyHalves): Promise<CryptoKey> {
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: inStorage, info: bytesOf('trophy-shelf v1') },
    inDatabase,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** Bytes as base64, for storage that keeps JSON only. */
export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** Base64 as bytes. Throws where it is none. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
