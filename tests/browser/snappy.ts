/**
 * Unpacks what snappy packed in its raw form, as LevelDB does with its blocks and Firefox with its structured
 * clones. Null where the bytes are something else.
 */
export function unpackSnappy(packed: Buffer): Buffer | null {
  const [length, start] = readVarint(packed, 0);
  if (length === 0 || length > 64 * packed.length + 64) return null;
  const out = Buffer.alloc(length);
  let to = 0;
  let from = start;
  while (from < packed.length) {
    const tag = packed[from] ?? 0;
    const [size, back, next] = (tag & 3) === 0 ? literal(packed, from) : copy(packed, from);
    if (to + size > length || next > packed.length || back > to) return null;
    if (back === 0) packed.copy(out, to, next - size, next);
    // A copy may reach into what it is just writing.
    else for (let at = to; at < to + size; at++) out[at] = out[at - back] ?? 0;
    to += size;
    from = next;
  }
  return to === length ? out : null;
}

type Element = [size: number, back: number, next: number];

function literal(packed: Buffer, from: number): Element {
  const short = (packed[from] ?? 0) >> 2;
  if (short < 60) return [short + 1, 0, from + 2 + short];
  const bytes = short - 59;
  if (from + 1 + bytes > packed.length) return [0, 0, Infinity];
  const size = packed.readUIntLE(from + 1, bytes) + 1;
  return [size, 0, from + 1 + bytes + size];
}

function copy(packed: Buffer, from: number): Element {
  const tag = packed[from] ?? 0;
  const width = [0, 1, 2, 4][tag & 3] ?? 0;
  if (from + 1 + width > packed.length) return [0, 0, Infinity];
  const number = packed.readUIntLE(from + 1, width);
  const element: Element =
    width === 1
      ? [((tag >> 2) & 7) + 4, ((tag >> 5) << 8) | number, from + 2]
      : [(tag >> 2) + 1, number, from + 1 + width];
  // No distance at all is no copy: these are other bytes.
  return element[1] === 0 ? [0, 0, Infinity] : element;
}

/** A number in groups of seven bits, the lowest first, and where it ends. */
export function readVarint(bytes: Buffer, from: number): [value: number, end: number] {
  let value = 0;
  for (let at = from; at < Math.min(from + 8, bytes.length); at++) {
    const byte = bytes[at] ?? 0;
    value += (byte & 127) * 2 ** (7 * (at - from));
    if (byte < 128) return [value, at + 1];
  }
  return [0, bytes.length];
}
