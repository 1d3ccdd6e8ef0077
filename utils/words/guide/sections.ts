import { count } from '../../format/numbers';
import { plural } from '../../format/plurals';
import type { GuideEntry, GuideSection } from './entry';
import { LIBRARY_PITFALLS } from './library-pitfalls';
import { ONE_CLICK } from './one-click';
import { CONNECTION_PITFALLS } from './pitfalls';
import { STEP_BY_STEP } from './steps';
import { WHAT_YOU_GET } from './what-you-get';

export const IN_THIS_GUIDE = 'In this guide';
export const SEARCH_GUIDE = 'Search the guide';
export const NOTHING_FOUND_TITLE = 'Nothing in the guide has that';
export const NOTHING_FOUND = 'Try a single word, for example “signed”, “pause” or “code”.';

/** For those who hear how many there are. */
export function entriesFound(found: number, locale: string): string {
  return `${count(found, locale)} ${plural(found, { one: 'entry', other: 'entries' }, locale)}`;
}

/** What the guide says of itself, first of all. */
export const GUIDE_INTRODUCTION = 'From the first click to the day on which you sign in again.';

/** All of the guide, in its order: the page and `docs/guide.md` are made of it. */
export const GUIDE_SECTIONS = [
  { anchor: 'in-one-click', title: 'First: one click', entries: ONE_CLICK },
  { anchor: 'step-by-step', title: 'Step by step', isNumbered: true, entries: STEP_BY_STEP },
  { anchor: 'what-you-get', title: 'What you get', entries: WHAT_YOU_GET },
  {
    anchor: 'pitfalls',
    title: 'Common pitfalls',
    entries: [...CONNECTION_PITFALLS, ...LIBRARY_PITFALLS],
  },
] as const satisfies readonly GuideSection[];

type Entry = (typeof GUIDE_SECTIONS)[number]['entries'][number];
export type Anchor = Entry['anchor'];

/** What an entry is found by. */
export function textOf({ title, paragraphs, list = [], zones, after = [] }: GuideEntry): string {
  return [title, ...paragraphs, ...list, ...Object.values(zones ?? {}), ...after].join(' ');
}
