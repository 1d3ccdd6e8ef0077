import { afterEach, expect, test } from 'vitest';
import { answering, forgetAnswers } from '../../support/answering-sony';

afterEach(forgetAnswers);

const SUM = {
  ...{ trophyLevel: 437, progress: 40, tier: 5 },
  earnedTrophies: { bronze: 6212, silver: 1450, gold: 525, platinum: 55 },
};

test.each([
  { trophyLevel: 0 },
  { trophyLevel: -1 },
  { trophyLevel: 4.5 },
  { trophyLevel: 1_000_000 },
  { tier: 0 },
  { tier: 11 },
  { progress: 101 },
])('what no account can have is not known: %j', async (said) => {
  const [field] = Object.keys(said);
  const known = await answering(SUM).summary();
  expect(await answering({ ...SUM, ...said }).summary()).toStrictEqual({
    ...known,
    [field!]: null,
  });
});

test.each([{ trophyLevel: 1 }, { trophyLevel: 1079 }, { tier: 10 }, { progress: 0 }])(
  'what Sony may say stands: %j',
  async (said) => {
    expect(await answering({ ...SUM, ...said }).summary()).toMatchObject(said);
  },
);
