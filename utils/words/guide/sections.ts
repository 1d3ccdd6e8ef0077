import * as words from '../en/guide.json';
import { entriesOf } from './entries';
import type { GuideEntry, GuideSection } from './entry';

export {
  inThisGuide as IN_THIS_GUIDE,
  searchGuide as SEARCH_GUIDE,
  nothingFoundTitle as NOTHING_FOUND_TITLE,
  nothingFound as NOTHING_FOUND,
  /** What the guide says of itself, first of all. */
  introduction as GUIDE_INTRODUCTION,
} from '../en/guide.json';

/** For those who hear how many there are. */
export function entriesFound(found: number, locale: string): string {
  return words.entriesFound({ found }, locale);
}

/** All of the guide, in its order: the page and `docs/guide.md` are made of it. */
export const GUIDE_SECTIONS: readonly GuideSection[] = [
  // The way that makes the first three steps needless.
  sectionOf('in-one-click', entriesOf('connect')),
  {
    // The six steps that players know from other trackers.
    ...sectionOf(
      'step-by-step',
      entriesOf('step-sign-out', 'step-token', 'step-paste', 'step-pick', 'step-sync', 'step-ends'),
    ),
    isNumbered: true,
  },
  sectionOf(
    'what-you-get',
    entriesOf('every-game', 'consoles', 'how-much-is-asked', 'how-long-it-lasts'),
  ),
  sectionOf('pitfalls', [
    // What goes wrong about signing in and being connected.
    ...entriesOf('ten-days', 'code-failed', 'sign-in-not-seen', 'stale-sign-in', 'i-signed-out'),
    ...entriesOf('ended-early', 'two-accounts', 'two-browsers', 'passkey', 'private-windows'),
    ...entriesOf('switched-off', 'sony-wants-something'),
    // What is asked about games, safety, and what is kept.
    ...entriesOf('missing-game', 'could-not-read', 'pauses', 'turned-away', 'sony-trouble'),
    ...entriesOf('is-it-safe', 'lost-library', 'browser-storage', 'our-fault'),
  ]),
];

function sectionOf(
  anchor: keyof typeof words.sections,
  entries: readonly GuideEntry[],
): GuideSection {
  return { anchor, title: words.sections[anchor], entries };
}
