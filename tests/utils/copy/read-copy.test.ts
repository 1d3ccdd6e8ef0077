import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { LIBRARY_COPY } from '@/utils/copy/copied-tables';
import { COPY_LIMITS } from '@/utils/copy/copy-limits';
import { readCopy } from '@/utils/copy/read-copy';
import { hexOf } from '../../psn/random';
import {
  COPY_FACTS,
  copyOf,
  copyOfLines,
  fixtureRows,
  linesOfCopy,
  readWhole,
  refusalOfCopy,
  streamOf,
} from '../../support/copies';
import { storedFixtures } from '../../support/stored-fixture';

const fixtures = storedFixtures();
const newest = fixtures.at(-1)?.[1];
if (newest === undefined) throw new Error('no fixture');
const rows = fixtureRows(newest.library, newest.local);

/** Some lines of which this is one, with an end that says they are whole. */
function wholeWith(lines: readonly string[]): string[] {
  const text = `${lines.join('\n')}\n`;
  const block = createHash('sha256').update(text).digest();
  const counts: Record<string, number> = {};
  for (const line of lines.slice(1)) {
    const table = /^\["(\w+)"/.exec(line)?.[1] ?? '';
    counts[table] = (counts[table] ?? 0) + 1;
  }
  const sha256 = createHash('sha256').update(block).digest('hex');
  return [...lines, JSON.stringify({ counts, sha256 })];
}

const HEAD = JSON.stringify({
  ...{ schema: 'trophy-shelf-copy', version: 1, ...COPY_FACTS },
  tables: Object.keys(LIBRARY_COPY.tables),
});

function itemWith(value: string): string {
  return `["playerItems",{"kind":"note","npCommunicationId":"NPWR1","trophyId":1,"value":${value},"version":1,"device":"a"}]`;
}

/** With what text may have in it: of two and four bytes, and half a character. */
function manyNotes(count: number): unknown[] {
  return Array.from({ length: count }, (_, n) => ({
    ...{ kind: 'note', npCommunicationId: `NPWR${String(n)}`, trophyId: n, version: 1 },
    ...{ value: `${hexOf(String(n), 60)} ö🏆\ud800`, device: 'a' },
  }));
}

describe('a copy', () => {
  test('is read with every row as it lay there, in whatever pieces it comes', async () => {
    const bytes = await copyOf(rows);
    for (const piece of [1, 7, 1_000, bytes.length]) {
      const read = await readWhole(bytes, { piece });
      for (const [table, { columns }] of Object.entries(LIBRARY_COPY.tables)) {
        expect(read.rows[table], table).toStrictEqual(
          rows[table]?.map((row) =>
            Object.fromEntries(
              Object.entries(row as object).filter(([column]) => columns.includes(column)),
            ),
          ),
        );
      }
      expect(read.report.head).toMatchObject(COPY_FACTS);
      expect(Object.values(read.report.unreadable)).toStrictEqual(Array(11).fill(0));
    }
  });

  test('of a library with more than a block of lines is read whole, in order', async () => {
    const many = manyNotes(5_000);
    const read = await readWhole(await copyOf({ ...rows, playerItems: many }), { piece: 999 });
    expect(read.rows['playerItems']).toStrictEqual(many);
  });

  test('of nothing is whole too', async () => {
    const { report } = await readWhole(await copyOf({}));
    expect(report.read.titles).toBe(0);
  });

  test.each(fixtures)('of what a build stored (%i) is read, every row of it', async (_, stored) => {
    const of = fixtureRows(stored.library, stored.local);
    const { report } = await readWhole(await copyOf(of));
    expect(report.read).toStrictEqual(
      Object.fromEntries(Object.keys(LIBRARY_COPY.tables).map((name) => [name, of[name]?.length])),
    );
  });

  test('stops being read when nobody wants it any more, and says so', async () => {
    const stop = new AbortController();
    const reading = readCopy(
      LIBRARY_COPY,
      streamOf(await copyOf(rows)),
      () => stop.abort(new Error('cancelled')),
      { signal: stop.signal },
    );
    await expect(reading).rejects.toThrow('cancelled');
  });

  test('whose file goes away is not called damaged', async () => {
    const gone = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.error(new TypeError('the file is gone'));
      },
    });
    await expect(readCopy(LIBRARY_COPY, gone, () => undefined)).rejects.toThrow('the file is gone');
  });
});

test('a row that cannot be read costs itself only, where the file is whole', async () => {
  const lines = linesOfCopy(await copyOf({ ...rows, playDays: [{ npTitleId: 5 }] })).map((line) =>
    line.replace('"playDays":0', '"playDays":1'),
  );
  const { report } = await readWhole(copyOfLines(lines));
  expect([report.unreadable.playDays, report.read.playDays]).toStrictEqual([1, 0]);
  expect(report.read.titles).toBe(rows['titles']?.length);
});

test('a file that was unpacked when it was saved is read as it was packed', async () => {
  const bytes = await copyOf(rows);
  const unpacked = new Uint8Array(gunzipSync(bytes));
  expect(await readWhole(unpacked, { piece: 1_000 })).toStrictEqual(await readWhole(bytes));
  expect(await refusalOfCopy(unpacked.subarray(0, -20))).toBe('truncated');
  const at = unpacked.indexOf(0x5b, 2_000) + 20;
  expect(await refusalOfCopy(unpacked.with(at, unpacked[at]! ^ 1))).toBe('damaged');
  const limits = { ...COPY_LIMITS, expanded: 2_000 };
  expect(await refusalOfCopy(unpacked, { limits })).toBe('too-large');
});

test('of a row only the columns are read that a copy has', async () => {
  const lines = wholeWith([
    HEAD,
    '["playedListDays",{"month":"2026-11","days":[1],"npsso":"secret"}]',
  ]);
  const read = await readWhole(copyOfLines(lines));
  expect(read.rows['playedListDays']).toStrictEqual([{ month: '2026-11', days: [1] }]);
});

describe('a file is refused, for what it is', () => {
  test('as none of ours', async () => {
    const others = ['', 'PK\u0003\u0004', '{"schema":"another","version":1}\n', '{"a":1}'];
    const packed = ['', '\n', 'hello\n', '[]\n', '{"schema":"another","version":1}\n'];
    const found = [
      ...others.map((text) => new TextEncoder().encode(text)),
      ...packed.map((text) => gzipSync(text)),
      gzipSync(Buffer.from([0xff, 0xfe, 10])),
      copyOfLines(wholeWith([HEAD.replace('"version":1', '"version":0')])),
    ];
    const refusals = await Promise.all(found.map((bytes) => refusalOfCopy(bytes)));
    expect(refusals.filter((each) => each !== 'not-ours')).toStrictEqual([
      'truncated',
      'truncated',
    ]);
  });

  test('where it says that it was made when there is no date', async () => {
    const never = JSON.parse(HEAD) as object;
    for (const madeAt of [1e300, -1])
      expect(
        await refusalOfCopy(copyOfLines(wholeWith([JSON.stringify({ ...never, madeAt })]))),
      ).toBe('damaged');
  });

  test('as of a later version', async () => {
    const later = copyOfLines(['{"schema":"trophy-shelf-copy","version":2,"what":[{}]}', 'else']);
    expect(await refusalOfCopy(later)).toBe('newer-version');
  });

  test('as truncated, wherever it is cut', async () => {
    const bytes = await copyOf(rows);
    const lines = linesOfCopy(bytes);
    for (const at of [3, 12, 100, bytes.length - 9, bytes.length - 1]) {
      expect(await refusalOfCopy(bytes.subarray(0, at)), String(at)).toBe('truncated');
    }
    expect(await refusalOfCopy(copyOfLines(lines.slice(0, -1)))).toBe('truncated');
    expect(await refusalOfCopy(copyOfLines([HEAD]))).toBe('truncated');
    const cutInLine = gzipSync(lines.join('\n').slice(0, -900));
    expect(await refusalOfCopy(cutInLine)).toBe('truncated');
  });

  test('as damaged, where a byte, a line or the order of lines is another', async () => {
    const bytes = await copyOf(rows);
    const lines = linesOfCopy(bytes);
    // Of a file that is fed at once Node says so only with its end.
    const larger = await copyOf({ ...rows, playerItems: manyNotes(6_000) });
    const flipped = Uint8Array.from(larger, (byte, at) => (at === 400 ? byte ^ 4 : byte));
    const swapped = lines.with(3, lines[4] ?? '').with(4, lines[3] ?? '');
    const changed = lines.map((line) => line.replace('Game 1', 'Game 9'));
    const counted = lines.map((line) => line.replace('"titles":3,', '"titles":4,'));
    const ofNoTable = wholeWith([HEAD, '["tokens",{}]']);
    const others = [
      ...[swapped, changed, counted, ofNoTable, lines.toSpliced(5, 1), lines.toSpliced(5, 0, '{}')],
      ...[wholeWith([HEAD, '{"a":1}']), wholeWith([HEAD, itemWith('1').slice(0, -2)])],
      [...lines, ...lines],
    ];
    for (const [n, each] of [flipped, ...others.map(copyOfLines)].entries()) {
      expect(await refusalOfCopy(each), String(n)).toBe('damaged');
    }
  });

  test('as too large', async () => {
    const bytes = await copyOf(rows);
    const tooLarge = [
      { ...COPY_LIMITS, bytes: bytes.length - 1 },
      { ...COPY_LIMITS, expanded: 5_000 },
    ];
    for (const limits of tooLarge) expect(await refusalOfCopy(bytes, { limits })).toBe('too-large');
    const long = copyOfLines(wholeWith([HEAD, itemWith(`"${'aoeu'.repeat(90_000)}"`)]));
    const limits = { ...COPY_LIMITS, line: 100_000 };
    expect(await refusalOfCopy(long, { limits })).toBe('too-large');
    expect(await refusalOfCopy(long)).toBe(null);
  });

  test('as too deep, before it can break anything', async () => {
    const deep = (by: number): Uint8Array =>
      copyOfLines(wholeWith([HEAD, itemWith(`${'['.repeat(by)}${']'.repeat(by)}`)]));
    expect(await refusalOfCopy(deep(31))).toBe(null);
    expect(await refusalOfCopy(deep(32))).toBe('too-deep');
    const limits = { ...COPY_LIMITS, ratio: Infinity };
    expect(await refusalOfCopy(deep(500_000), { limits })).toBe('too-deep');
  });

  test('for a name that changes what an object is, however it is written', async () => {
    for (const name of ['__proto__', '\\u005f_proto__']) {
      const lines = wholeWith([HEAD, itemWith(`{"a":[{"${name}":{"isAdmin":true}}]}`)]);
      expect(await refusalOfCopy(copyOfLines(lines))).toBe('forbidden-name');
    }
    expect(await refusalOfCopy(copyOfLines(wholeWith([HEAD, itemWith('"__proto__"')])))).toBe(null);
  });

  test('for such a name in its first and in its last line too', async () => {
    const named = (line: string): string => line.replace('{', '{"__proto__":{"isAdmin":true},');
    const lines = wholeWith([HEAD, itemWith('"mine"')]);
    const withEnd = [...lines.slice(0, -1), named(lines.at(-1) ?? '')];
    for (const each of [wholeWith([named(HEAD), itemWith('"mine"')]), withEnd]) {
      expect(await refusalOfCopy(copyOfLines(each))).toBe('forbidden-name');
    }
  });

  test('as a bomb, when it has expanded to a little, or as too large a line', async () => {
    const lines = Buffer.from(
      '["playedListDays",{"month":"2026-11","days":[1]}]\n'.repeat(2 ** 18),
    );
    const bombs = [Buffer.alloc(2 ** 24, 32), lines].map((bomb) =>
      gzipSync(Buffer.concat([Buffer.from(`${HEAD}\n`), bomb])),
    );
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    const watching = setInterval(() => {
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }, 1);
    expect(['bomb', 'too-large']).toContain(await refusalOfCopy(bombs[0] ?? new Uint8Array()));
    expect(await refusalOfCopy(bombs[1] ?? new Uint8Array())).toBe('bomb');
    clearInterval(watching);
    expect(most).toBeLessThan(60_000_000);
  });
});
