import type { LibraryToExport } from './library-to-export';

/** The library, with a word for each trophy of which Sony left the name out: a file that is read says one. */
export function withTrophyNames(library: LibraryToExport, nameless: string): LibraryToExport {
  return {
    ...library,
    readSets: async (ids) =>
      (await library.readSets(ids)).map((set) => ({
        ...set,
        trophies: set.trophies.map((trophy) =>
          trophy.name.trim() === '' ? { ...trophy, name: nameless } : trophy,
        ),
      })),
  };
}
