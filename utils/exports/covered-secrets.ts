import type { TrophySet } from '../domain/trophies/trophy-set';
import type { LibraryToExport } from './library-to-export';

/** The library, with nothing in it of a secret trophy that is not earned, but for that it is one. */
export function withCoveredSecrets(library: LibraryToExport, secret: string): LibraryToExport {
  return {
    ...library,
    readSets: async (ids) => (await library.readSets(ids)).map((set) => covered(set, secret)),
  };
}

function covered(set: TrophySet, secret: string): TrophySet {
  const trophies = set.trophies.map((trophy) => {
    if (!trophy.hidden || trophy.earned === true) return trophy;
    return { ...trophy, name: secret, detail: '', rewardName: null, iconUrl: null };
  });
  return { ...set, trophies };
}
