import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { HashRoute } from '@/components/app/hash-route.svelte';
import type { HistoryProps } from '@/components/app/history-props';
import Syncs from '@/entrypoints/options/Syncs.svelte';
import { LibraryDatabase } from '@/utils/database/database';
import { LibraryQueries } from '@/utils/database/queries';
import { UNREAD_ROWS } from '@/utils/words/unread-rows';
import { aStatus, manyLibraryTitles } from '../../support/statuses.ts';

const NOW = Date.now();
const TITLES: [string, HistoryProps['titles']][] = [
  ['are being read', { state: 'loading' }],
  ['are read in part', { state: 'ready', value: { titles: [], unreadable: 0, complete: false } }],
  ['cannot be read', { state: 'failed', failure: { cause: 'storage-damaged' } }],
];

test.each(TITLES)(
  'what could not be read is listed also while the games %s',
  async (why, titles) => {
    const accountId = `unread-${why}-${String(NOW)}`;
    const database = new LibraryDatabase(accountId);
    const [game] = manyLibraryTitles(1);
    const id = game?.npCommunicationId ?? '';
    await database.unreadRows.put({
      ...{ id: `trophies/${id}`, list: 'trophies', npCommunicationId: id },
      ...{ fields: [], cause: 'not-found', seenAt: NOW },
    });
    const { getByRole } = await render(Syncs, {
      ...{ queries: new LibraryQueries(accountId, false), first: null, titles },
      ...{ status: aStatus(), hash: new HashRoute(), requests: null, onfetch: null, now: NOW },
      onzone: () => undefined,
    });
    const rows = getByRole('region', { name: UNREAD_ROWS }).getByRole('listitem');
    await expect.element(rows.first()).toMatchTextContent(id);
  },
);
