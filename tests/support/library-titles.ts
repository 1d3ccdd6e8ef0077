import { definitionsKey, earnedKey } from '@/utils/domain/sync/answer-keys';
import { hasGroups, NOTHING_FETCHED, type LibraryTitle } from '@/utils/domain/library/title';
import { aTitle } from './titles';

/** A title as the library keeps it, with nothing fetched of its trophies, of which only what matters is said. */
export function aLibraryTitle(said: Partial<LibraryTitle> = {}): LibraryTitle {
  return {
    ...aTitle(),
    lastPlayedAt: 2_000,
    lastPlayedSource: 'played-list',
    playSeconds: 3_600,
    isPlaytimePartial: false,
    isPlus: false,
    choice: 'picked',
    absence: null,
    fetched: NOTHING_FETCHED,
    tally: null,
    ...said,
  };
}

/** The same title, with everything fetched that there is to ask for. */
export function allFetched(title: LibraryTitle, at: number): LibraryTitle {
  const definitions = definitionsKey(title);
  const groups = hasGroups(title) ? definitions : null;
  const fetched = { definitions, groups, earned: earnedKey(title), at };
  return {
    ...title,
    fetched: { ...NOTHING_FETCHED, ...fetched, definitionsAt: at, language: 'en' },
  };
}
