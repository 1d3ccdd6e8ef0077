import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  endOfReading,
  FIRST_READING,
  readAgain,
  surplusOf,
  withPage,
  type Reading,
} from '@/utils/domain/sync/list-reading';

/** What Sony answers at an offset: rows by name, its count of all, and whether it names a next page. */
interface Said {
  ids: string[];
  total: number | null;
  next?: number | null;
}
type List = (offset: number, reading: number) => Said;

interface Outcome {
  end: 'whole' | 'short';
  reading: Reading;
  pages: number;
}

/** Reads a list as a sync does, with what it met in memory. */
function read(list: List, surplus = 0): Outcome {
  const met = new Map<string, number>();
  let reading = FIRST_READING;
  for (let offset = 0, pages = 1; ; pages++) {
    expect(pages).toBeLessThan(200);
    const { ids, total, next = null } = list(offset, reading.number);
    const before = reading.distinct;
    reading = withPage(reading, { ids: [...new Set(ids)], met, nameless: 0, total });
    for (const id of ids) met.set(id, reading.number);
    const page = { isLast: next === null, hasNew: reading.distinct > before };
    const end = endOfReading(reading, page, surplus);
    if (end === 'whole' || end === 'short') return { end, reading, pages };
    if (end === 'again') reading = readAgain(reading);
    offset = end === 'again' ? 0 : (next ?? offset + ids.length);
  }
}

/** A list that is as it should be, in pages of ten, of which something else may be said. */
function listOf(count: number, said: (offset: number, reading: number) => Partial<Said>): List {
  const all = Array.from({ length: count }, (_, n) => `row ${String(n)}`);
  return (offset, reading) => {
    const next = offset + 10 < count ? offset + 10 : null;
    const page = { ids: all.slice(offset, offset + 10), total: count, next };
    return { ...page, ...said(offset, reading) };
  };
}

const stands = ({ end, pages, reading: { number } }: Outcome) => ({ end, pages, number });

describe('a list', () => {
  test.each([
    ['without a row', 0, 1],
    ['with one', 1, 1],
    ['with a full page', 10, 1],
    ['with one more', 11, 2],
  ])('%s that is what it says is whole at once', (_, count, pages) => {
    expect(stands(read(listOf(count, () => ({}))))).toStrictEqual({
      end: 'whole',
      number: 1,
      pages,
    });
  });

  test.each([
    ['too high', 28, 7],
    ['too low', 22, 6],
  ])('whose total is %s is what two readings agree on', (_, total, pages) => {
    const outcome = read(listOf(25, () => ({ total })));

    expect(stands(outcome)).toStrictEqual({ end: 'whole', number: 2, pages });
    expect(surplusOf(outcome.reading, 0)).toBe(total - 25);
  });

  test.each([0, 1, 10, 25])('of %i rows without a total is what two readings agree on', (count) => {
    const outcome = read(listOf(count, () => ({ total: null })));

    expect(outcome).toMatchObject({ end: 'whole', reading: { number: 2, total: null } });
    expect(surplusOf(outcome.reading, 3)).toBe(3);
  });

  test.each([0, 10, 20])('with a total on the page at %i alone is whole by that', (at) => {
    const outcome = read(listOf(25, (offset) => (offset === at ? {} : { total: null })));

    expect(stands(outcome)).toStrictEqual({ end: 'whole', number: 1, pages: 3 });
  });

  test('of which no reading agrees with another, and none has a total, is short', () => {
    const outcome = read(
      listOf(9, (_, reading) => ({ total: null, ids: [`only in ${String(reading)}`] })),
    );

    expect(outcome.end).toBe('short');
  });

  test('whose total is known to lie is whole at once, and also when it stops lying', () => {
    const lying = read(
      listOf(25, () => ({ total: 28 })),
      3,
    );
    expect(stands(lying)).toStrictEqual({ end: 'whole', number: 1, pages: 3 });
    expect(surplusOf(lying.reading, 3)).toBe(3);

    const right = read(
      listOf(25, () => ({})),
      3,
    );
    expect(stands(right)).toStrictEqual({ end: 'whole', number: 1, pages: 3 });
    expect(surplusOf(right.reading, 3)).toBe(0);
  });

  test('that names no next page is asked on all the same', () => {
    expect(stands(read(listOf(25, () => ({ next: null }))))).toStrictEqual({
      end: 'whole',
      number: 1,
      pages: 3,
    });
  });

  test('that repeats rows is counted by those that differ', () => {
    const list = listOf(25, (offset) => (offset === 10 ? { ids: ['row 9', 'row 9'] } : {}));

    expect(stands(read(list))).toMatchObject({ end: 'whole', number: 2 });
  });

  test('that gives one page for ever is read to what is new on it', () => {
    const outcome = read((offset) => ({ ids: ['a', 'b'], total: 900, next: offset + 2 }));

    expect(stands(outcome)).toStrictEqual({ end: 'whole', number: 2, pages: 4 });
  });

  test('that has no row, and says that it has some, is not believed to be empty', () => {
    expect(read(() => ({ ids: [], total: 9 })).end).toBe('short');
  });

  test('whose total moves while it is read is read again', () => {
    const list = listOf(25, (offset, reading) => ({
      total: reading === 1 && offset > 9 ? 25 : 26,
    }));

    expect(stands(read(list))).toMatchObject({ number: 2 });
  });

  test('of which two readings have everything together is whole', () => {
    const all = listOf(25, () => ({}));
    const list: List = (offset, reading) => {
      const { ids, total, next = null } = all(offset, reading);
      return { ids: ids.filter((_, n) => n !== reading), total, next };
    };

    expect(stands(read(list))).toMatchObject({ end: 'whole', number: 2 });
  });

  test('of which each reading lacks something else falls short, and is not read a third time', () => {
    const all = listOf(25, () => ({}));
    const list: List = (offset, reading) => {
      const { ids, total, next = null } = all(offset, reading);
      return { ids: ids.filter((_, n) => n > reading), total, next };
    };

    expect(stands(read(list))).toMatchObject({ end: 'short', number: 2 });
  });
});

test('whatever a list says, reading it ends, with the second time at the latest', () => {
  const said = fc.record({
    total: fc.integer({ min: 0, max: 30 }),
    lacks: fc.subarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
    isEnd: fc.boolean(),
  });
  const walks = fc.tuple(fc.integer({ min: 0, max: 25 }), fc.array(said, { minLength: 1 }));
  fc.assert(
    fc.property(walks, ([count, answers]) => {
      let call = 0;
      const whole = listOf(count, () => ({}));
      const outcome = read((offset, reading) => {
        const page = whole(offset, reading);
        const { total, lacks, isEnd } = answers[call++ % answers.length]!;
        const ids = page.ids.filter((_, n) => !lacks.includes(n));
        return { ids, total, next: isEnd ? null : (page.next ?? null) };
      });
      expect(outcome.pages).toBeLessThan(70);
      expect(outcome.reading.number).toBeLessThanOrEqual(2);
      expect(outcome.reading.ever).toBeLessThanOrEqual(count);
    }),
  );
});
