import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LibraryTitle, Title } from '@/utils/domain/library/title';
import { isSameRow } from '@/utils/domain/library/same-row';
import { aLibraryTitle } from '../../../support/library-titles';
import { isRestSkipped } from '../../../support/rest-of-list';

/** What can happen to Sony's list between two syncs. */
const STEPS = ['earn', 'add', 'remove', 'hide', 'add-on', 'date-back', 'come-back'] as const;
type Step = (typeof STEPS)[number];

/** Sony's list and the library, as they go apart. */
class MovingList {
  sonys: LibraryTitle[];
  held: LibraryTitle[];
  /** What has changed where it stood: no order and no count tells. */
  readonly silent = new Set<string>();
  #now: number;
  #count: number;

  /** @param gone how many of the library Sony has no more, known to be so */
  constructor(count: number, gone: number) {
    const titles = Array.from({ length: count }, (_, n) => titleOf(n, 1_000 - Math.floor(n / 2)));
    this.sonys = titles.slice(gone);
    this.held = titles.map((title, n) =>
      n < gone ? { ...title, absence: { missedAt: 1, isSure: true } } : title,
    );
    this.#now = 2_000;
    this.#count = count;
  }

  take(step: Step, at: number): void {
    const index = this.sonys.length === 0 ? -1 : at % this.sonys.length;
    const title = this.sonys[index];
    this.#now++;
    if (step === 'add') this.sonys.push(titleOf(this.#count++, this.#now));
    else if (step === 'come-back') this.#comeBack();
    else if (title !== undefined) this.#change(step, index, title);
    this.sonys.sort((one, other) => other.lastUpdatedAt - one.lastUpdatedAt);
  }

  #change(step: Step, index: number, title: LibraryTitle): void {
    if (step === 'remove') this.sonys.splice(index, 1);
    else this.sonys[index] = this.#changed(step, title);
  }

  #changed(step: Step, title: LibraryTitle): LibraryTitle {
    if (step === 'earn') return { ...title, progress: 99, lastUpdatedAt: this.#now };
    this.silent.add(title.npCommunicationId);
    if (step === 'hide') return { ...title, hidden: !title.hidden };
    if (step === 'add-on') return { ...title, trophySetVersion: `${title.trophySetVersion}1` };
    return { ...title, lastUpdatedAt: title.lastUpdatedAt - 100 };
  }

  #comeBack(): void {
    const gone = this.held.find(
      ({ absence, npCommunicationId: id }) =>
        absence !== null && !this.sonys.some((title) => title.npCommunicationId === id),
    );
    if (gone !== undefined) this.sonys.push({ ...gone, absence: null });
  }
}

function titleOf(n: number, lastUpdatedAt: number): LibraryTitle {
  return aLibraryTitle({ npCommunicationId: `T${String(n)}`, lastUpdatedAt });
}

/** One title gone and an old one back, both beyond the page: only the weekly reading tells that. */
function stepsWithout(without: Step) {
  const steps = STEPS.filter((step) => step !== without);
  return fc.array(fc.tuple(fc.constantFrom(...steps), fc.nat(99)), { maxLength: 4 });
}

const walks = fc.record({
  count: fc.integer({ min: 1, max: 16 }),
  gone: fc.nat(2),
  steps: fc.oneof(stepsWithout('come-back'), stepsWithout('remove')),
  pageSize: fc.integer({ min: 1, max: 6 }),
});

test('whatever has happened, where the rest is said to be unchanged, reading it would have shown nothing', () => {
  let skipped = 0;
  fc.assert(
    fc.property(walks, ({ count, gone, steps, pageSize }) => {
      const list = new MovingList(count, Math.min(gone, count));
      for (const [step, at] of steps) list.take(step, at);
      const { sonys, held } = list;
      for (let end = pageSize; end < sonys.length; end += pageSize) {
        const seen = new Set(sonys.slice(0, end).map((title) => title.npCommunicationId));
        const rows = sonys.slice(end - pageSize, end);
        const page = { seen, nameless: 0, total: sonys.length, rows };
        if (!isRestSkipped(page, held)) continue;
        skipped++;
        const rest = sonys.slice(end);
        const known = new Map(held.map((title) => [title.npCommunicationId, title]));
        for (const row of rest.filter(({ npCommunicationId: id }) => !list.silent.has(id))) {
          const before = known.get(row.npCommunicationId);
          expect(before?.absence).toBeNull();
          expect(before === undefined || isSameRow<Title>(before, row)).toBe(true);
        }
        const there = new Set(sonys.map((title) => title.npCommunicationId));
        const missing = held
          .filter((title) => title.absence === null)
          .filter((title) => !there.has(title.npCommunicationId));
        expect(missing).toStrictEqual([]);
      }
    }),
    { numRuns: 2_000 },
  );
  expect(skipped).toBeGreaterThan(500);
});
