import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GRADES } from '@/utils/domain/trophies/grades';
import { TROPHY_TYPES } from '@/utils/domain/trophies/trophy-annotation';
import { countShown, sectionsOf, SHOWN, TROPHY_SORTS } from '@/utils/domain/trophies/trophy-list';
import { aTrophy, aTrophySet } from '../../../support/trophies.ts';

const trophies = fc.uniqueArray(
  fc.record({
    trophyId: fc.nat(400),
    groupId: fc.constantFrom('default', '001', '002', null),
    grade: fc.constantFrom(...GRADES, null),
    earned: fc.constantFrom(true, false, null),
    earnedAt: fc.option(fc.nat(1_000)),
    rates: fc.array(fc.record({ day: fc.nat(9), rate: fc.nat(1000) }), { maxLength: 2 }),
  }),
  { selector: ({ trophyId }) => trophyId, maxLength: 60 },
);
const choices = fc.record({
  shown: fc.constantFrom(...SHOWN),
  sort: fc.constantFrom(...TROPHY_SORTS),
  type: fc.constantFrom(...TROPHY_TYPES, null, null),
  baseOnly: fc.boolean(),
  pinnedFirst: fc.boolean(),
});
const some = fc.uniqueArray(fc.nat(400)).map((ids) => new Set(ids));
const marks = fc.record({
  pinned: some,
  unobtainable: some,
  types: fc.record({ missable: some, online: some, story: some }),
});

test('whatever is chosen, each trophy that was asked for is listed once, and no other', () => {
  fc.assert(
    fc.property(trophies, choices, marks, (said, chosen, marked) => {
      const set = aTrophySet({ trophies: said.map((trophy) => aTrophy(trophy)) });
      const wanted = set.trophies.filter(
        ({ groupId, earned, trophyId }) =>
          (!chosen.baseOnly || groupId === 'default') &&
          (chosen.type === null || marked.types[chosen.type].has(trophyId)) &&
          (chosen.shown === 'all' || earned === (chosen.shown === 'earned')),
      );
      const sections = sectionsOf(set, chosen, marked);
      const ids = sections.flatMap((each) => each.trophies.map(({ trophyId }) => trophyId));
      expect(ids.toSorted()).toEqual(wanted.map(({ trophyId }) => trophyId).toSorted());
      expect(ids).toHaveLength(countShown(set, chosen, marked)[chosen.shown]);
    }),
  );
});

test('no section is empty, and the groups stay whole', () => {
  fc.assert(
    fc.property(trophies, choices, marks, (said, chosen, marked) => {
      const set = aTrophySet({ trophies: said.map((trophy) => aTrophy(trophy)) });
      for (const section of sectionsOf(set, chosen, marked)) {
        expect(section.trophies.length).toBeGreaterThan(0);
        expect(section.trophies.every(({ groupId }) => groupId === section.groupId)).toBe(true);
      }
    }),
  );
});

test('no choice changes the set itself', () => {
  fc.assert(
    fc.property(trophies, choices, marks, (said, chosen, marked) => {
      const set = aTrophySet({ trophies: said.map((trophy) => aTrophy(trophy)) });
      const before = structuredClone(set);
      sectionsOf(set, chosen, marked);
      expect(set).toEqual(before);
    }),
  );
});
