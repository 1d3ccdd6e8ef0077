import { describe, expect, test } from 'vitest';
import { RESERVE } from '@/utils/domain/sync/budget';
import { definitionsKey } from '@/utils/domain/sync/answer-keys';
import { planSync } from '@/utils/domain/sync/sync-plan';
import type { FetchedAnswers, LibraryTitle } from '@/utils/domain/library/title';
import type { TrophyTally } from '@/utils/domain/trophies/trophy-set';
import { aLibraryTitle, allFetched } from '../../../support/library-titles';
import { asked, groupsRefusal, NOW, planInput, refusal } from '../../../support/plan-input';

const DAY = 86_400_000;

describe('a game that is opened', () => {
  const looked = (days: number) =>
    allFetched(aLibraryTitle({ npCommunicationId: 'A' }), NOW - days * DAY);

  test.each([
    [1, []],
    [30, []],
    [31, ['definitions A', 'earned A']],
  ])('has its texts and its rarity asked for anew after %i days: %j', (days, requests) => {
    const plan = planSync(planInput({ titles: [looked(days)], opened: ['A'] }));
    expect(asked(plan.now)).toStrictEqual(requests);
  });

  const opened = (fetched: Partial<FetchedAnswers>, said: Partial<LibraryTitle> = {}) => {
    const title = { ...looked(1), ...said };
    const now = { ...title, fetched: { ...title.fetched, ...fetched } };
    return asked(planSync(planInput({ titles: [now], opened: ['A'] })).now);
  };

  test.each<[string, Partial<FetchedAnswers>, string[]]>([
    ['in another language', { language: 'de' }, ['definitions A']],
    ['in a language that is not known', { language: '' }, ['definitions A']],
    ['that lack something', { incomplete: ['definitions'] }, []],
    [
      'that lacked something yesterday',
      { incomplete: ['definitions'], definitionsAt: NOW - DAY - 1 },
      ['definitions A'],
    ],
    ['that are dated ahead of now', { definitionsAt: NOW + 1 }, ['definitions A']],
    ['in another language, refused today', { language: 'de', refusal: refusal(NOW - DAY) }, []],
    [
      'in another language, refused yesterday',
      { language: 'de', refusal: refusal(NOW - DAY - 1) },
      ['definitions A'],
    ],
    [
      'refused by a clock that ran ahead',
      { language: 'de', refusal: refusal(NOW + 1) },
      ['definitions A'],
    ],
    [
      'that were refused so often that a sync leaves them alone',
      { definitions: null, refusal: refusal(NOW - DAY - 1, 8) },
      ['definitions A'],
    ],
    [
      'that were refused so often, and today',
      { definitions: null, refusal: refusal(NOW - DAY, 8) },
      [],
    ],
  ])('with texts %s asks for them once: %j', (_, fetched, requests) => {
    expect(opened(fetched)).toStrictEqual(requests);
  });

  test.each<[string, Partial<FetchedAnswers>, string[]]>([
    ['that lack something', { incomplete: ['groups'], groupsAt: NOW - DAY }, []],
    [
      'that lacked something yesterday',
      { incomplete: ['groups'], groupsAt: NOW - DAY - 1 },
      ['groups A'],
    ],
    ['that are not there', { groups: null }, ['groups A']],
    ['that Sony did not have today', { groups: null, groupsRefusal: groupsRefusal(NOW - DAY) }, []],
    [
      'that Sony did not have yesterday',
      { groups: null, groupsRefusal: groupsRefusal(NOW - DAY - 1) },
      ['groups A'],
    ],
  ])('with names of add-ons %s asks for them once: %j', (_, fetched, requests) => {
    const groups = definitionsKey(looked(1));
    expect(opened({ groups, ...fetched }, { groupCount: 2 })).toStrictEqual(requests);
  });

  test('has the names of its add-ons asked for with the texts', () => {
    expect(
      opened({ language: 'de', groups: definitionsKey(looked(1)) }, { groupCount: 2 }),
    ).toEqual(['definitions A', 'groups A']);
  });

  const whole: TrophyTally = {
    ...{ lastEarnedAt: 5, platinumAt: null, completedAt: null, rarestEarned: 9 },
    leftToPlatinum: 3,
  };

  test.each<[string, TrophyTally, number, string[]]>([
    ['with a date and a rarity', whole, DAY + 1, []],
    ['of which one has no date', { ...whole, lastEarnedAt: null }, DAY, []],
    ['of which one had no date yesterday', { ...whole, lastEarnedAt: null }, DAY + 1, ['earned A']],
    ['of which one had no rarity yesterday', { ...whole, lacksRate: true }, DAY + 1, ['earned A']],
  ])('with trophies %s asks for them once: %j', (_, tally, age, requests) => {
    const earned = { bronze: 2, silver: 0, gold: 0, platinum: 0 };
    const title = allFetched(aLibraryTitle({ npCommunicationId: 'A', earned, tally }), NOW - age);
    const plan = planSync(planInput({ titles: [title], opened: ['A'] }));
    expect(asked(plan.now)).toStrictEqual(requests);
  });

  test('has what is new first, and what is old after it', () => {
    expect(opened({ language: 'de', earned: 'before' })).toStrictEqual([
      'earned A',
      'definitions A',
    ]);
  });

  test('is the only one: in bulk nothing is asked for anew', () => {
    const old = { ...looked(99), choice: 'picked' as const };
    const plan = planSync(
      planInput({ titles: [old], opened: [], everyGame: true, language: 'de' }),
    );
    expect(plan).toStrictEqual({ now: [], later: [] });
  });

  test('is not asked for where PSN does not have it any more', () => {
    const gone = { ...looked(99), absence: { missedAt: 1, isSure: true } };
    expect(planSync(planInput({ titles: [gone], opened: ['A'] }))).toStrictEqual({
      now: [],
      later: [],
    });
  });

  test('may use the reserve, and is all that may', () => {
    const titles = ['A', 'B'].map((npCommunicationId) => aLibraryTitle({ npCommunicationId }));
    const plan = planSync(planInput({ titles, opened: ['A'], budget: RESERVE }));
    expect(asked(plan.now)).toStrictEqual(['definitions A', 'earned A']);
    expect(asked(plan.later)).toStrictEqual(['definitions B', 'earned B']);

    // What it takes does not come out of the reserve of the next click.
    const more = planSync(planInput({ titles, opened: ['A'], budget: RESERVE + 3 }));
    expect(asked(more.now)).toStrictEqual(['definitions A', 'earned A', 'definitions B']);
  });
});

test('a page that is opened twice is asked for once', () => {
  const titles = [aLibraryTitle({ npCommunicationId: 'A' })];
  const plan = planSync(planInput({ titles, opened: ['A', 'A'] }));
  expect(asked(plan.now)).toStrictEqual(['definitions A', 'earned A']);
});
