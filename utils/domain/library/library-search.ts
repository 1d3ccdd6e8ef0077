import type { PreparedTitle } from './library-filter';
import { listMapper } from './list-change';
import { rememberedTexts } from './search-text';
import { searchIn, type Searched } from './title-search';

/** Finds titles by their names. */
export interface TitleFinder {
  /** Tells by its place in the list whether a title has every word of what was typed. */
  find: (titles: readonly PreparedTitle[], typed: string) => (place: number) => boolean;
  /** Works out of a name what is searched in, so that no key has to wait for it. */
  prepare: (name: string) => void;
}

/** One that works out each name once, ahead or when it is first looked at. */
export function titleFinder(): TitleFinder {
  const textOf = rememberedTexts();
  const searchedIn = listMapper(({ title }: PreparedTitle): Searched => ({
    title,
    text: textOf(title.name),
  }));
  return {
    find(titles, typed) {
      const all = searchedIn(titles);
      const isFound = searchIn(all, typed);
      return (place) => {
        const searched = all[place];
        return searched !== undefined && isFound(searched);
      };
    },
    prepare: textOf,
  };
}
