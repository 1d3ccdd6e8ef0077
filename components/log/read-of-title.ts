import type { LibraryTitle } from '../../utils/domain/library/title';

/** The title of a set, as far as it is known. */
export type TitleOf = (npCommunicationId: string) => Pick<LibraryTitle, 'fetched'> | undefined;

/** Which of Sony's answers the stored set of a title is of: another one where the set was written anew. */
export function readOfTitle(title: Pick<LibraryTitle, 'fetched'> | undefined): string | undefined {
  if (title === undefined) return undefined;
  const { at, definitionsAt, groupsAt, language } = title.fetched;
  return [at, definitionsAt, groupsAt, language].join(' ');
}
