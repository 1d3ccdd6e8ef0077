import type { LibraryTitle } from '../../utils/domain/library/title';
import { remembered } from '../app/remembered';

export const titlesById = remembered(
  (titles: readonly LibraryTitle[]): ReadonlyMap<string, LibraryTitle> =>
    new Map(titles.map((title) => [title.npCommunicationId, title])),
);
