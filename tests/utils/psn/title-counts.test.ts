import { expect, test } from 'vitest';
import * as answers from '@/utils/psn/answers';
import { toTitle } from '@/utils/psn/to-domain';

const TITLE_ROW = {
  npCommunicationId: 'NPWR13736_00',
  definedTrophies: { bronze: 41, silver: 7, gold: 2, platinum: 1 },
  progress: 0,
};

test('of a grade of which more are earned than there are, neither number is known', () => {
  const rows = [{ ...TITLE_ROW, earnedTrophies: { bronze: 42, silver: 7, gold: 0, platinum: 2 } }];
  const [row] = answers.parseRows(answers.titleRow, 'npCommunicationId', rows).read;
  const title = row && toTitle(row, { language: 'en', now: Date.UTC(2026, 10, 22) });
  expect(title).toMatchObject({
    defined: { bronze: null, silver: 7, gold: 2, platinum: null },
    earned: { bronze: null, silver: 7, gold: 0, platinum: null },
    progress: 0,
  });
});
