import { expect } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { topOfLibrary, type LibraryPosition } from '@/components/library/library-position';
import TitleList from '@/components/library/TitleList.svelte';
import type { GameGroup } from '@/utils/domain/library/grouping';
import type { EditionStack } from '@/utils/domain/library/editions';
import type { Layout } from '@/utils/domain/library/library-view';
import { manyLibraryTitles } from './statuses.ts';

const NOW = 1_700_000_000_000;

export function manyStacks(count: number): EditionStack[] {
  return manyLibraryTitles(count).map((title) => ({ title, others: [] }));
}

interface Said {
  stacks?: EditionStack[];
  layout?: Layout;
  position?: LibraryPosition;
  groups?: GameGroup[] | null;
}

export function theList({
  stacks = manyStacks(60),
  layout = 'list',
  position = topOfLibrary(),
  groups = null,
}: Said = {}) {
  const grouping = groups && 'platform';
  return render(TitleList, { stacks, layout, position, groups, grouping, now: NOW });
}

/** A game of the table, or of the list that it is elsewhere. */
export const games = { list: 'row', grid: 'listitem' } as const;

/** The name of the game that the keyboard is on. */
export const focused = () => document.querySelector('a:focus')?.textContent;

/** Puts the keyboard on the first game. */
export async function start(): Promise<void> {
  const first = page.getByRole('link', { name: 'Game 1', exact: true });
  await expect.element(first).toBeVisible();
  (first.element() as HTMLElement).focus();
}

/** The first game that can be seen whole. */
export function visibleGame(): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>('[data-item]')].find((game) => {
    const { top, bottom } = game.getBoundingClientRect();
    const isInside = top > 0 && bottom < window.innerHeight;
    return isInside && game.checkVisibility({ visibilityProperty: true });
  });
}
