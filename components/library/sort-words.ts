import type { Sort } from '../../utils/domain/library/library-view';
import { RANKS } from '../../utils/domain/library/title-rank';
import type { LibraryTitle } from '../../utils/domain/library/title';
import { sortValue } from '../../utils/words/sort-value';

/** What a game is sorted by; null where it says that elsewhere. */
export function sortWords(title: LibraryTitle, sort: Sort, locale: string): string | null {
  if (sort === 'name' || sort === 'progress' || sort === 'played' || sort === 'platform')
    return null;
  return sortValue(sort, RANKS[sort](title), locale);
}
