import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { dayZone } from '@/components/log/day-zone';
import LogCoverage from '@/components/log/LogCoverage.svelte';
import { coverageOf } from '@/utils/domain/numbers/log-coverage';
import { fetchGames } from '@/utils/words/log';
import { aLog, setId } from '../../support/earned-trophies.ts';
import { aLibraryTitle } from '../../support/library-titles.ts';

test('a game of which PlayStation does not say how many were earned is fetched by the same button', async () => {
  const nobody = { bronze: null, silver: null, gold: null, platinum: null };
  const title = aLibraryTitle({ npCommunicationId: setId(1), choice: 'unpicked', earned: nobody });
  const asked: string[][] = [];
  await render(LogCoverage, {
    coverage: coverageOf(aLog(), [title]),
    zone: dayZone({ zone: 'UTC' }, 0),
    onfetch: (ids: string[]) => void asked.push(ids),
    onzone: () => undefined,
  });
  await page.getByRole('button', { name: fetchGames(1, 'en-US') }).click();
  expect(asked).toEqual([[setId(1)]]);
});
