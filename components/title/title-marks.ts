import { isGone, type LibraryTitle } from '../../utils/domain/library/title';
import { unobtainableNow } from '../../utils/domain/library/what-is-left';
import { STATUS, STATUS_NAMES } from '../../utils/words/game-status';
import {
  GONE,
  GONE_HINT,
  HIDDEN,
  HIDDEN_HINT,
  PENDING,
  PENDING_HINT,
  PLATINUM_IMPOSSIBLE,
  PLUS,
  PLUS_HINT,
  UNOBTAINABLE,
  flagAndHint,
  goneSince,
} from '../../utils/words/title-flags';

export interface Mark {
  /** Null for one that there are only words for. */
  sign: 'gone' | 'hidden' | 'plus' | 'awaited' | null;
  words: string;
  hint: string | null;
  /** The same where there is room for a word or two, if that is less. */
  brief?: string;
  /** What the player does with it: a word so short that the game's name gives way to it. */
  isStatus?: true;
}

/** What a game is marked with. Its own page says elsewhere what its status is, and that its trophies are not here. */
export function marksOf(title: LibraryTitle, saysAll: boolean, locale: string): Mark[] {
  const { absence, status } = title;
  const unobtainable = unobtainableNow(title);
  const marks: Mark[] = [];
  if (isGone(title) && absence !== null)
    marks.push({
      sign: 'gone',
      words: goneSince(absence.missedAt, locale),
      hint: GONE_HINT,
      brief: GONE,
    });
  if (title.hidden) marks.push({ sign: 'hidden', words: HIDDEN, hint: HIDDEN_HINT });
  if (title.isPlus) marks.push({ sign: 'plus', words: PLUS, hint: PLUS_HINT });
  if (saysAll && status !== undefined)
    marks.push({ sign: null, words: STATUS_NAMES[status], hint: STATUS, isStatus: true });
  if (unobtainable === 'game') marks.push({ sign: null, words: UNOBTAINABLE, hint: null });
  if (unobtainable === 'platinum')
    marks.push({ sign: null, words: PLATINUM_IMPOSSIBLE, hint: null });
  if (saysAll && isAwaited(title))
    marks.push({ sign: 'awaited', words: PENDING, hint: PENDING_HINT });
  return marks;
}

/** That its trophies are not here, where it is marked with nothing else: of a whole library, at first. */
export function onlyAwaited(title: LibraryTitle, locale: string): Mark | null {
  if (!isAwaited(title)) return null;
  const [mark = null, other] = marksOf(title, true, locale);
  return other === undefined ? mark : null;
}

/** What Sony has answered, with nothing or with a refusal, is not said to come. */
function isAwaited({ choice, tally, absence, fetched }: LibraryTitle): boolean {
  return choice === 'picked' && !(tally ?? absence ?? fetched.earned ?? fetched.refusal);
}

/** Everything about a mark, where it is pointed at. */
export function wholeMark({ words, hint }: Mark): string {
  return hint === null ? words : flagAndHint(words, hint);
}
