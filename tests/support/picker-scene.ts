import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '@/components/basics/theme.css';
import '@/components/basics/base.css';
import type { TitlesSoFar } from '@/components/app/library-titles.svelte';
import type { LiveResult } from '@/components/app/live-query.svelte';
import { PickDraft } from '@/components/picker/pick-draft.svelte';
import { Requests } from '@/components/app/requests.svelte';
import Picker from '@/entrypoints/options/Picker.svelte';
import type { LibraryTitle } from '@/utils/domain/library/title';
import type { Status } from '@/utils/status/status';
import { DAY, aLibraryTitle, aSnapshot, aStatus } from './statuses.ts';

export const NOW = Date.now();
export const FIRST_SYNC = aStatus({
  snapshot: aSnapshot({ lastSyncedAt: null, hasChosen: false }),
});

export function aGame(name: string, said: Partial<LibraryTitle> = {}): LibraryTitle {
  return aLibraryTitle({ npCommunicationId: name, name, choice: 'unpicked', ...said });
}

/** So many games, `Game 1` played last, a year ago. */
export function games(count: number, said: Partial<LibraryTitle> = {}): LibraryTitle[] {
  return Array.from({ length: count }, (_, at) =>
    aGame(`Game ${at + 1}`, { lastPlayedAt: NOW - (365 + at) * DAY, ...said }),
  );
}

export function ready(titles: LibraryTitle[]): LiveResult<TitlesSoFar> {
  return { state: 'ready', value: { titles, unreadable: 0, complete: true } };
}

/** What the page has besides games when it is opened for the first time. */
export function atFirst(status: Status) {
  return { status, draft: new PickDraft(), requests: new Requests(), now: NOW };
}

/** The page to pick from these games, in the frame that the app has around its pages. */
export async function openPicker(titles: LibraryTitle[], status: Status = aStatus(), width = 1280) {
  await page.viewport(width, 800);
  document.body.style.cssText = 'container: page / inline-size; padding-inline: 1rem';
  const props = { titles: ready(titles), ...atFirst(status) };
  const shown = await render(Picker, props);
  const bring = (later: LibraryTitle[]) => shown.rerender({ ...props, titles: ready(later) });
  const tick = (name: string) => shown.getByRole('checkbox', { name, exact: true });
  return { ...shown, bring, tick };
}
