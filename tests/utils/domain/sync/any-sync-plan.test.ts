import fc from 'fast-check';
import { leftByAhead } from '@/utils/domain/sync/budget';
import { expect, test } from 'vitest';
import {
  planSync,
  requestKey,
  requestsFor,
  type PlanInput,
  type SyncRequest,
} from '@/utils/domain/sync/sync-plan';
import { CHOICES, hasGroups, type LibraryTitle } from '@/utils/domain/library/title';
import { aLibraryTitle, allFetched } from '../../../support/library-titles';
import { planInput } from '../../../support/plan-input';

const DAY = 86_400_000;
const NOW = 1_000 * DAY;

/** Ways in which Sony's row of a title comes to differ, and what is asked for then. */
const CHANGES: [(title: LibraryTitle) => LibraryTitle, ('definitions' | 'groups' | 'earned')[]][] =
  [
    [(title) => ({ ...title, lastUpdatedAt: title.lastUpdatedAt + 1 }), ['earned']],
    [(title) => ({ ...title, lastUpdatedAt: title.lastUpdatedAt - 1 }), ['earned']],
    [(title) => ({ ...title, progress: (title.progress ?? 0) + 1 }), ['earned']],
    [
      (title) => ({
        ...title,
        earned: { ...title.earned, bronze: (title.earned.bronze ?? 0) + 1 },
      }),
      ['earned'],
    ],
    [
      (title) => ({ ...title, trophySetVersion: `${title.trophySetVersion}1` }),
      ['definitions', 'groups', 'earned'],
    ],
    [
      (title) => ({ ...title, defined: { ...title.defined, gold: (title.defined.gold ?? 0) + 1 } }),
      ['definitions', 'groups', 'earned'],
    ],
  ];

const aTitle = fc
  .record({
    lastPlayedAt: fc.nat(NOW),
    choice: fc.constantFrom(...CHOICES),
    groupCount: fc.constantFrom(1, 2, 3, null),
    absence: fc.oneof(
      { weight: 5, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.record({ missedAt: fc.nat(), isSure: fc.boolean() }) },
    ),
    isHeld: fc.boolean(),
    change: fc.option(fc.constantFrom(...CHANGES)),
    daysSinceReading: fc.nat(60),
  })
  .map(({ isHeld, change, daysSinceReading, ...said }) => {
    const title = aLibraryTitle(said);
    const held = isHeld ? allFetched(title, NOW - daysSinceReading * DAY) : title;
    return change === null ? held : change[0](held);
  });

const titles = fc
  .array(aTitle, { maxLength: 30 })
  .map((all) => all.map((title, n) => ({ ...title, npCommunicationId: `T${String(n)}` })));

const inputs: fc.Arbitrary<PlanInput> = fc
  .record({
    titles,
    unmatched: fc.array(fc.integer({ min: NOW - 180 * DAY, max: NOW }), { maxLength: 30 }),
    opened: fc.array(fc.nat(40), { maxLength: 5 }),
    latest: fc.uniqueArray(fc.nat(40), { maxLength: 5 }),
    everyGame: fc.boolean(),
    hasPicks: fc.boolean(),
    failing: fc.array(fc.nat(200), { maxLength: 5 }),
    budget: fc.oneof(fc.nat(50), fc.nat(120)),
    leftToPicks: fc.constantFrom(0, 0, 10, 40),
  })
  .map(({ unmatched, opened, latest, failing, ...said }) => {
    const input: PlanInput = {
      ...said,
      unmatched: unmatched.map((lastPlayedAt, n) => ({
        ...{ npTitleId: `G${String(n)}`, lastPlayedAt },
        refusal: null,
      })),
      opened: opened.map((n) => `T${String(n)}`),
      latest: latest.map((n) => `T${String(n)}`),
      failed: new Set(),
      now: NOW,
      language: 'en',
    };
    const all = planned({ ...input, budget: Infinity, hasPicks: true });
    return { ...input, failed: new Set(failing.flatMap((n) => all[n] ?? [])) };
  });

function keys(requests: readonly SyncRequest[]): string[] {
  return requests.map(requestKey);
}

function planned(input: PlanInput): string[] {
  const { now, later } = planSync(input);
  return keys([...now, ...later]);
}

/** How many of a plan's first requests are not fetched ahead: opened games, and what decides the order. */
function decidingIn(input: PlanInput): number {
  const unmatched = input.unmatched.filter(({ lastPlayedAt }) => lastPlayedAt > NOW - 90 * DAY);
  return openedIn(input) + planned({ ...input, titles: [], unmatched }).length;
}

function openedIn(input: PlanInput): number {
  const titles = input.titles.map((title) =>
    input.opened.includes(title.npCommunicationId) ? title : { ...title, absence: GONE },
  );
  return planned({ ...input, titles, unmatched: [] }).length;
}

const GONE = { missedAt: 0, isSure: true };

test('whatever there is, no request is planned twice, and none that has failed', () => {
  fc.assert(
    fc.property(inputs, (input) => {
      const all = planned(input);
      expect(new Set(all).size).toBe(all.length);
      expect(all.filter((key) => input.failed.has(key))).toStrictEqual([]);
    }),
  );
});

test('whatever the budget, it loses nothing of the plan and adds nothing to it', () => {
  fc.assert(
    fc.property(inputs, (input) => {
      const free = planned({ ...input, budget: Infinity });
      expect(planned(input).toSorted()).toStrictEqual(free.toSorted());
    }),
  );
});

test('whatever the budget, it is not overdrawn, and what is fetched ahead leaves what is left to clicks and picks', () => {
  fc.assert(
    fc.property(inputs, (input) => {
      const { now } = planSync(input);
      const [opened, deciding] = [openedIn(input), decidingIn(input)];
      expect(now.length).toBeLessThanOrEqual(input.budget);
      if (now.length > opened) {
        expect(now.length).toBeLessThanOrEqual(input.budget - input.leftToPicks);
      }
      if (now.length > deciding) {
        expect(now.length).toBeLessThanOrEqual(input.budget - leftByAhead(input.leftToPicks));
        expect(input.hasPicks || deciding === 0).toBe(true);
      }
    }),
  );
});

test('whatever waits, the games that were opened come first, in the order in which they were', () => {
  fc.assert(
    fc.property(inputs, (input) => {
      const opened = [...new Set(input.opened)];
      const ids = planSync({ ...input, budget: Infinity }).now.map((request) =>
        request.kind === 'matching' ? '' : request.npCommunicationId,
      );
      const places = opened.map((id) => ids.indexOf(id)).filter((place) => place >= 0);
      expect(places).toStrictEqual(places.toSorted((one, other) => one - other));
      const before = ids.slice(0, ids.findLastIndex((id) => opened.includes(id)) + 1);
      expect(before.filter((id) => !opened.includes(id))).toStrictEqual([]);
    }),
  );
});

test('whatever else, a title that Sony’s list misses is never asked for', () => {
  fc.assert(
    fc.property(inputs, (input) => {
      const missed = input.titles.filter(({ absence }) => absence !== null);
      const asked = new Set(planned(input).map((key) => key.split(' ')[1]));
      expect(missed.filter((title) => asked.has(title.npCommunicationId))).toStrictEqual([]);
    }),
  );
});

test('where all is held and matched there is nothing to ask for', () => {
  fc.assert(
    fc.property(inputs, (input) => {
      const held = input.titles.map((title) => allFetched(title, NOW));
      expect(planned({ ...input, titles: held, unmatched: [] })).toStrictEqual([]);
    }),
  );
});

test('for k changed titles it is k times what was earned, and more only where more has changed', () => {
  const changes = fc.array(fc.option(fc.constantFrom(...CHANGES)), { maxLength: 30 });
  fc.assert(
    fc.property(titles, changes, (all, changed) => {
      const expected: string[] = [];
      const after = all.map((title, n) => {
        const held = allFetched({ ...title, absence: null, choice: 'picked' }, NOW);
        const [change, kinds] = changed[n] ?? [(same: LibraryTitle) => same, []];
        for (const kind of kinds) {
          if (kind !== 'groups' || hasGroups(title)) {
            expected.push(`${kind} ${title.npCommunicationId}`);
          }
        }
        return change(held);
      });
      const input = planInput({ titles: after, budget: 999 });
      const found = planned(input);
      expect(found.toSorted()).toStrictEqual(expected.toSorted());
    }),
  );
});

test('what is planned for a title is done in the order in which it can be stored', () => {
  fc.assert(
    fc.property(aTitle, (title) => {
      const order = ['definitions', 'groups', 'earned'];
      const places = requestsFor(title, NOW).map(({ kind }) => order.indexOf(kind));
      expect(places).toStrictEqual(places.toSorted());
    }),
  );
});
