import type { LibraryTitle } from '../../utils/domain/library/title';

export function titlesById(titles: readonly LibraryTitle[]): ReadonlyMap<string, LibraryTitle> {
  return new Map(titles.map((title) => [title.npCommunicationId, title]));
}
