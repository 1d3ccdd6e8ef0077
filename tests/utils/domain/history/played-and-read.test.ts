import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  changedMonths,
  monthOf,
  totalsIn,
  totalToRecord,
  type PlayDays,
} from '@/utils/domain/history/play-days';
import { playSpansOf } from '@/utils/domain/numbers/play-spans';

const DAY = 86_400_000;
/** So that a month, and a year, ends in between. */
const FIRST = Date.UTC(2026, 11, 20) / DAY;

/** What happens on a day, in this order: the game may be played before and after the list is read. */
interface Day {
  morning: number;
  reading: 'none' | 'known' | 'whole';
  /** Taken back by Sony before it is read. */
  fall: number;
  evening: number;
}

const hours = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 5 }));
const day = fc.record<Day>({
  morning: hours,
  reading: fc.constantFrom('none', 'known', 'known', 'known', 'whole'),
  fall: fc.oneof(...[0, 0, 0, 0, 40].map((fall) => fc.constant(fall))),
  evening: hours,
});

/** A library that reads what is played, and beside it for how long the game was played on which day, as far as can be told. */
class Reader {
  readonly listDays = [FIRST];
  readonly hours = new Map<number, number>();
  months: PlayDays[] = [];
  #total = { playSeconds: 0, playCount: 1 };
  #before: { playSeconds: number; playCount: number } | undefined;
  #firstPlayed: number | null;
  #lastPlayed: number;
  /** The day on which it was known last what the total is. */
  #known = FIRST;

  constructor(isNew: boolean) {
    this.#firstPlayed = isNew ? null : FIRST - 100;
    this.#lastPlayed = FIRST - 1;
    if (!isNew) {
      this.#total.playSeconds = 500;
      this.#read(FIRST);
    }
  }

  live({ morning, reading, fall, evening }: Day, today: number): void {
    this.#play(morning, today);
    const isFirst = this.#known < today && this.#before !== undefined && fall > 0;
    if (isFirst && this.#lastPlayed < today && this.#total.playSeconds > fall) {
      this.#total = { ...this.#total, playSeconds: this.#total.playSeconds - fall };
    }
    if (reading !== 'none' && this.#firstPlayed !== null) this.#read(today);
    if (reading === 'whole') {
      this.listDays.push(today);
      this.#known = today;
    }
    this.#play(evening, today);
  }

  #play(more: number, today: number): void {
    if (more === 0) return;
    this.#total = {
      playSeconds: this.#total.playSeconds + more,
      playCount: this.#total.playCount + 1,
    };
    this.#firstPlayed ??= today;
    this.#lastPlayed = today;
  }

  #read(today: number): void {
    const total = totalToRecord(this.#total, this.#before);
    if (total === null) return;
    const said = {
      ...{ total, secondsBefore: this.#before?.playSeconds },
      firstPlayedAt: this.#firstPlayed! * DAY,
      lastPlayedAt: this.#lastPlayed * DAY,
    };
    const changed = changedMonths(this.months, said, { today, read: this.listDays.at(-1) });
    const others = this.months.filter(({ month }) => changed.every((each) => each.month !== month));
    this.months = [...others, ...changed.map((month) => ({ npTitleId: 'A', ...month }))];
    this.#count(total[0]);
    this.#before = this.#total;
    this.#known = today;
  }

  /** Evenly, on the days after the one on which the total was known, up to that of the last play. */
  #count(seconds: number): void {
    const isNew = this.#firstPlayed! >= FIRST;
    const grown = seconds - (this.#before?.playSeconds ?? (isNew ? 0 : seconds));
    if (grown <= 0) return;
    const last = this.#lastPlayed;
    const isFirst = isNew && this.#before === undefined;
    const first = isFirst ? this.#firstPlayed! : Math.min(this.#known + 1, last);
    for (let each = first; each <= last; each++) {
      this.hours.set(each, (this.hours.get(each) ?? 0) + grown / (last - first + 1));
    }
  }
}

function hoursSaid({ months, listDays }: Reader, firstPlayedDay: number): Map<number, number> {
  const play = { totals: totalsIn(months), firstPlayedDay, lastPlayedDay: null };
  const hoursOf = new Map<number, number>();
  for (const { first, last, seconds } of playSpansOf(play, listDays)) {
    expect(first).toBeLessThanOrEqual(last);
    for (let each = first; each <= last; each++) {
      hoursOf.set(each, (hoursOf.get(each) ?? 0) + seconds / (last - first + 1));
    }
  }
  return hoursOf;
}

test.each([
  ['that was there before', false],
  ['that is new', true],
])(
  'of a game %s hours are said of the days on which it was played, all of them and once',
  (_, isNew) => {
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 30 }), (days) => {
        const reader = new Reader(isNew);
        const played: number[] = [];
        days.forEach((each, index) => {
          const today = FIRST + 1 + index;
          if (each.morning + each.evening > 0) played.push(today);
          reader.live(each, today);
        });
        const said = hoursSaid(reader, isNew ? (played[0] ?? FIRST) : FIRST - 100);
        const all = new Set([...said.keys(), ...reader.hours.keys()]);
        for (const each of all) {
          expect(said.get(each) ?? 0).toBeCloseTo(reader.hours.get(each) ?? 0, 8);
        }
        for (const { month, days: totals } of reader.months) {
          expect(totals.map(([of]) => monthOf(of * DAY))).toEqual(totals.map(() => month));
        }
      }),
      { numRuns: 1_000 },
    );
  },
);
