import type { FetchedAnswers, LibraryTitle, Title } from '../library/title';
import { earnedKey } from './answer-keys';

/** What is fetched of a title, with the reading up to which it was all that there is. */
export function fetchedBefore(
  { fetched, ...title }: LibraryTitle,
  row: Title,
  readAt: number | null,
): FetchedAnswers {
  const key = earnedKey(title);
  const isLeft = fetched.earned === key && earnedKey(row) !== key;
  return isLeft ? { ...fetched, agreedUntil: readAt } : fetched;
}
