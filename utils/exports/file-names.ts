/** What Windows takes for a device, whatever follows it after a dot. */
const DEVICE = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?:\.|$)/iu;
/** What a file system does not take, what a note's links are written with, and what turns a line around. */
const NOT_IN_NAMES =
  /[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\u2028\u2029<>:"/\\|?*#^[\]]+/gu;
/** Names have 255 bytes at most, with an id behind them and an ending. */
const LONGEST = 200;

export interface Named {
  id: string;
  name: string;
}

/**
 * A file's name for each, without an ending: safe on Windows too, and none twice, whatever the case of its letters.
 * Those of one name have their ids behind it, all of them, so that none goes by the order in which they stand.
 */
export function fileNames(all: readonly Named[]): Map<string, string> {
  const counts = new Map<string, number>();
  for (const { name } of all) {
    const key = keyOf(safeName(name));
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const taken = new Set<string>();
  const names = new Map<string, string>();
  const alone = (name: string): boolean => counts.get(keyOf(name)) === 1;
  // Who has a name alone has it first, so that no id behind another takes it.
  for (const { id, name } of all) {
    const safe = safeName(name);
    if (!alone(safe)) continue;
    names.set(id, safe);
    taken.add(keyOf(safe));
  }
  for (const { id, name } of all) {
    if (names.has(id)) continue;
    let unique = `${safeName(name)} (${safeName(id)})`;
    while (taken.has(keyOf(unique))) unique += '_';
    names.set(id, unique);
    taken.add(keyOf(unique));
  }
  return names;
}

function safeName(name: string): string {
  const safe = name
    .toWellFormed()
    .normalize('NFC')
    .replace(/[™®©℠]/gu, '')
    .replace(NOT_IN_NAMES, ' ')
    .replace(/\s+/gu, ' ');
  const short = shortened(safe.trim());
  // No dot at the beginning, which hides a file, and none at the end, nor a blank.
  const bare = short.replace(/^[. ]+|[. ]+$/gu, '');
  if (bare === '') return '_';
  return DEVICE.test(bare) ? `_${bare}` : bare;
}

/** Its first whole characters, of at most so many bytes. */
function shortened(name: string): string {
  const bytes = new Uint8Array(LONGEST);
  const { read } = new TextEncoder().encodeInto(name, bytes);
  return name.slice(0, read);
}

/** Two names of one key are one file where case, or how a letter is put together, tells nothing. */
function keyOf(name: string): string {
  return name.normalize('NFKC').toUpperCase().toLowerCase();
}
