import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import NotThisDialog from '@/components/next/NotThisDialog.svelte';
import type { NotThisChange } from '@/utils/domain/numbers/not-this';
import * as words from '@/utils/words/en/next.json';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { setId } from '../../support/earned-trophies.ts';

const NOW = Date.UTC(2026, 10, 26, 12);
const IN_30_DAYS = Date.UTC(2026, 11, 26, 12);
const of = { npCommunicationId: setId(1), trophyId: 4 };

test.each([
  [words.trophyForDays({ days: 30 }, 'en-US'), { ...of, value: { until: IN_30_DAYS } }],
  [words.trophyForGood, { ...of, value: { until: null } }],
  [
    words.gameForDays({ days: 30 }, 'en-US'),
    { ...of, trophyId: null, value: { until: IN_30_DAYS } },
  ],
  [words.gameForGood, { ...of, trophyId: null, value: { until: null } }],
])('“%s” leaves out exactly that', async (name, change) => {
  const chosen: NotThisChange[] = [];
  const said = { of, trophy: 'Podium', game: 'Race', now: NOW };
  const onchoose = (each: NotThisChange) => chosen.push(each);
  await render(NotThisDialog, { ...said, open: true, onchoose });
  await expect.element(page.getByRole('dialog')).toMatchTextContent(/Podium.*Race/);
  await expectAccessible();
  await page.getByRole('button', { name, exact: true }).click();
  expect(chosen).toEqual([change]);
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
});
