import { rememberedKeys } from '../library/editions';
import type { LibraryTitle } from '../library/title';

/** The player's own of a game of a friend's year. */
interface YearsTitle {
  title: LibraryTitle;
  isOtherEdition: boolean;
}

/** For each game the player's own: the same set of trophies, or else the edition of it that got furthest. */
export function yearsTitles(
  games: readonly { npCommunicationId: string | null; name: string | null }[],
  titles: readonly LibraryTitle[],
): (YearsTitle | null)[] {
  const keyOf = rememberedKeys();
  const own = new Map(titles.map((title) => [title.npCommunicationId, title]));
  const editions = new Map<string, LibraryTitle>();
  for (const title of titles) {
    const furthest = editions.get(keyOf(title.name));
    if (furthest === undefined || (title.progress ?? -1) > (furthest.progress ?? -1))
      editions.set(keyOf(title.name), title);
  }
  return games.map(({ npCommunicationId, name }) => {
    const same = own.get(npCommunicationId ?? '');
    if (same !== undefined) return { title: same, isOtherEdition: false };
    const other = (name ?? '').trim() === '' ? undefined : editions.get(keyOf(name ?? ''));
    return other === undefined ? null : { title: other, isOtherEdition: true };
  });
}
