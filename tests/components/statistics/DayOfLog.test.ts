import { createRawSnippet, mount, unmount, type ComponentProps } from 'svelte';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { HashRoute } from '@/components/app/hash-route.svelte';
import LogPage from '@/components/log/LogPage.svelte';
import DayOfLog from '@/components/statistics/DayOfLog.svelte';
import { LibraryDatabase } from '@/utils/database/database';
import { packed } from '@/utils/database/packed-set';
import { LibraryQueries } from '@/utils/database/queries';
import { civilDayOf } from '@/utils/domain/numbers/civil-time';
import { earningsOf } from '@/utils/domain/numbers/earnings';
import { earnedAt, setId } from '../../support/earned-trophies.ts';
import { aLibraryTitle } from '../../support/library-titles.ts';
import { aTrophySet } from '../../support/trophies.ts';

const NOW = Date.UTC(2026, 10, 26, 12);

test.each([
  ['a game of other years is missing, of it all is known', Date.UTC(2024, 0, 5), false],
  ['one that may have some of it is missing, nobody knows', Date.UTC(2025, 6, 5), true],
])('beside a log: where %s', async (_, lastUpdatedAt, isPartial) => {
  await page.viewport(2_560, 900);
  const accountId = `day-of-log-${String(lastUpdatedAt)}-${String(Date.now())}`;
  const database = new LibraryDatabase(accountId);
  const [here, missing] = [1, 2].map((number) =>
    aLibraryTitle({
      npCommunicationId: setId(number),
      earned: { bronze: 1, silver: 0, gold: 0, platinum: 0 },
      lastUpdatedAt,
    }),
  );
  const set = aTrophySet({
    npCommunicationId: setId(1),
    trophies: [{ ...earnedAt(Date.UTC(2026, 4, 3)), trophyId: 0 }],
  });
  const titles = [here!, missing!];
  await database.titles.bulkPut(titles);
  await database.trophySets.bulkPut([packed(set)]);
  await database.earnings.bulkPut([earningsOf(set, NOW, true)]);
  history.replaceState(null, '', '#/log');

  // What is in sight is of another year: nothing of that is here.
  const day = civilDayOf({ year: 2025, month: 3, day: 1 });
  const besideDay = createRawSnippet<[ComponentProps<typeof DayOfLog>]>((of) => ({
    render: () => '<div></div>',
    setup(target) {
      const drawn = mount(DayOfLog, { target, props: { ...of(), day } });
      return () => void unmount(drawn);
    },
  }));
  const given = {
    ...{ queries: new LibraryQueries(accountId, false), first: null, hash: new HashRoute() },
    ...{ settings: { zone: 'UTC' }, onfetch: null, onzone: () => undefined, now: NOW },
    ...{
      readAt: NOW,
      isSyncing: false,
      earned: null,
      titles: { titles, unreadable: 0, complete: true },
    },
  };
  await render(LogPage, { ...given, besideDay });

  const said = isPartial ? ': no trophy that has its date here.' : ': no trophies.';
  await expect.element(page.getByText(`2025${said}`, { exact: true })).toBeVisible();
  await expect.element(page.getByText(`Mar 1, 2025${said}`, { exact: true })).toBeVisible();
});
