import type { ListColumn } from '../../utils/domain/library/list-columns';
import { playSourceOf } from '../../utils/domain/library/play-source';
import type { LibraryTitle } from '../../utils/domain/library/title';
import { RANKS } from '../../utils/domain/library/title-rank';
import { sumOfGrades } from '../../utils/domain/trophies/grades';
import { lastPlayedExactly } from '../../utils/words/last-played';
import { playedAgo } from '../../utils/words/library';
import { earnedOutOf, rankWords, type ColumnWords } from '../../utils/words/list-columns';
import { platformNames } from '../../utils/words/platforms';
import { UNKNOWN_SIGN } from '../../utils/words/unknown';

/** The columns that are nothing but words. */
type WordColumn = Exclude<ListColumn, 'progress' | 'grades'>;

/** What stands in a column of a game's line. */
export function columnWords(
  column: WordColumn,
  title: LibraryTitle,
  now: number,
  locale: string,
): ColumnWords {
  switch (column) {
    case 'platform':
      return { text: platformNames(title.platforms) || UNKNOWN_SIGN };
    case 'trophies':
      return { text: earnedOutOf(sumOfGrades(title.earned), sumOfGrades(title.defined), locale) };
    case 'played':
      return {
        text: playedAgo(title.lastPlayedAt, now, locale),
        hint: lastPlayedExactly(playSourceOf(title), title.lastPlayedAt, locale),
      };
    default:
      return rankWords(column, RANKS[column](title), locale);
  }
}
