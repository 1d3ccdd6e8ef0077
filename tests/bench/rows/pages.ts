import { chromiumWith, withLibraries } from '../library-browser.ts';
import { firefoxWith } from '../library-firefox.ts';
import type { Measured } from '../row.ts';
import { heap } from './heap.ts';
import { LIBRARY, opening, POPUP } from './opening.ts';
import { scrolling } from './scrolling.ts';
import { typing, typingWhileSyncing } from './typing.ts';

/** Everything that is measured of pages with a library of some size: one browser for each size, side by side. */
export function pages(): Promise<Measured[]> {
  return withLibraries(chromiumWith, [0, 50, 1_300, 5_000, 18_516], async (libraries) => {
    const [none, few, many, more, most] = libraries;
    if (!none || !few || !many || !more || !most) return [];
    return [
      ...(await heap([many, more, most])),
      ...(await opening(POPUP, [none, many, more])),
      ...(await opening(LIBRARY, [few, many, more, most])),
      ...(await typing([few, more, most])),
      ...(await scrolling(more, { larger: most })),
      ...(await typingWhileSyncing([more, most])),
    ];
  });
}

/** Those of them that another browser may see in another way. */
export function pagesInFirefox(): Promise<Measured[]> {
  const where = ', in Firefox';
  return withLibraries(firefoxWith, [0, 50, 1_300, 5_000, 18_516], async (libraries) => {
    const [none, few, many, more, most] = libraries;
    if (!none || !few || !many || !more || !most) return [];
    return [
      ...(await opening(POPUP, [none, many, more], where)),
      ...(await opening(LIBRARY, [few, many, more, most], where)),
      ...(await scrolling(more, { where })),
    ];
  });
}
