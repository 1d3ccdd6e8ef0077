import { createRawSnippet } from 'svelte';
import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { topOfLibrary } from '@/components/library/library-position';
import type { TitlesSoFar } from '@/components/app/library-titles.svelte';
import type { LiveResult } from '@/components/app/live-query.svelte';
import Library from '@/entrypoints/options/Library.svelte';
import { LAYOUTS } from '@/utils/domain/library/library-view';
import { FILTERS } from '@/utils/words/library-view';
import { LOADING } from '@/utils/words/names';
import * as words from '@/utils/words/en/library.json';
import { expectAccessible } from '../../support/expect-accessible.ts';
import { aLibraryListing } from '../../support/library-listing.ts';
import { aSnapshot, manyLibraryTitles } from '../../support/statuses.ts';

const RESULTS: Record<LiveResult<null>['state'], LiveResult<null>> = {
  loading: { state: 'loading' },
  missing: { state: 'missing' },
  upgrading: { state: 'upgrading' },
  ready: { state: 'ready', value: null },
  failed: { state: 'failed', failure: { cause: 'storage-damaged' } },
};

/** The library while it is being read. */
function theLibrary(query: string, soFar: TitlesSoFar, state: LiveResult<null>['state']) {
  history.replaceState(null, '', `#/library${query}`);
  return render(Library, {
    result: RESULTS[state],
    connected: true,
    listing: aLibraryListing({ soFar: () => soFar, locale: 'en-GB' }),
    snapshot: aSnapshot(),
    busy: false,
    now: Date.now(),
    position: topOfLibrary(),
    alert: createRawSnippet(() => ({ render: () => '<span></span>' })),
    onsync: null,
  });
}

const NOTHING: TitlesSoFar = { titles: [], unreadable: 0, complete: false };

beforeEach(() => page.viewport(1280, 900));

test.each(LAYOUTS)('keeps the room of the games while they are read (%s)', async (view) => {
  const loading = await theLibrary(`?view=${view}`, NOTHING, 'loading');
  await expect.element(loading.getByText(LOADING)).toBeInTheDocument();
  await expectAccessible();
  const kept = document.querySelector('.game')?.getBoundingClientRect();
  await loading.unmount();

  const titles = manyLibraryTitles(50);
  const ready = await theLibrary(
    `?view=${view}`,
    { titles, unreadable: 0, complete: true },
    'ready',
  );
  await expect.element(ready.getByRole('link', { name: 'Game 1', exact: true })).toBeVisible();
  const came = document.querySelector('[data-item]')?.getBoundingClientRect();
  expect(came?.top).toBeCloseTo(kept?.top ?? 0, 0);
  expect(came?.height).toBeCloseTo(kept?.height ?? 0, 0);
  expect(came?.width).toBeCloseTo(kept?.width ?? 0, 0);
});

test('shows the first games at once, and counts only when all are read', async () => {
  const titles = manyLibraryTitles(50);
  const { getByRole, getByTestId } = await theLibrary(
    '',
    { titles, unreadable: 0, complete: false },
    'ready',
  );

  await expect.element(getByRole('link', { name: 'Game 1', exact: true })).toBeVisible();
  expect(getByTestId('library-count').elements()).toHaveLength(0);
});

test('waits for all games where the first may be others', async () => {
  const titles = manyLibraryTitles(50);
  const { getByRole, getByText } = await theLibrary(
    '?sort=name',
    { titles, unreadable: 0, complete: false },
    'ready',
  );

  await expect.element(getByText(LOADING)).toBeInTheDocument();
  await expect.element(getByRole('link', { name: 'Game 1', exact: true })).not.toBeInTheDocument();
});

test('says so where the library cannot be read', async () => {
  const { getByRole } = await theLibrary('', NOTHING, 'failed');

  await expect.element(getByRole('alert')).toHaveAttribute('data-cause', 'storage-damaged');
  await expect.element(getByRole('searchbox')).not.toBeInTheDocument();
  await expectAccessible();
});

test('nothing is counted beside the games, nor one of them drawn by lot, before all are read', async () => {
  const soFar = { titles: manyLibraryTitles(50), unreadable: 0, complete: false };
  const { getByRole } = await theLibrary('', soFar, 'ready');
  const filters = getByRole('region', { name: FILTERS });
  await expect.element(filters.getByRole('radio', { name: words.scopes.all })).toBeVisible();
  expect(filters.element().querySelectorAll('.games')).toHaveLength(0);
  const hidden = filters.getByRole('switch', { name: words.showHidden, exact: true });
  await expect.element(hidden).toBeVisible();
  await expect
    .element(getByRole('button', { name: words.randomGame }))
    .toHaveAttribute('aria-disabled', 'true');
});
