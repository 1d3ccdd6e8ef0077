import type { EditionStack } from './editions';
import {
  chosenOptions,
  FACETS,
  knownOptions,
  NO_FILTERS,
  OPTIONS,
  rangeOf,
  STARTED,
  type Facet,
  type Filters,
  type Scope,
} from './library-view';
import { isStarted } from './how-begun';
import { listMapper } from './list-change';
import { GRADES } from '../trophies/grades';
import { isGone, type LibraryTitle } from './title';
import { isBaseDone, isPlatinumPossible, isRevised, pointsLeft } from './what-is-left';

/** What is filtered by: the facets, and what was picked. */
type Trait = Facet | 'scope';
const TRAITS = ['scope', ...FACETS] as const;

type Traits = Readonly<Record<Trait, readonly string[]>>;

/** A title with what filtering looks at, made once for each title and not once for each key. */
export interface PreparedTitle {
  title: LibraryTitle;
  /** One object for all titles that have the same ones. */
  traits: Traits;
  /** What it is where editions are not stacked. */
  alone: EditionStack;
}

/** What is asked of the titles. */
export interface Asked {
  search: string;
  scope: Scope;
  filters: Filters;
}

export const NOTHING_ASKED: Asked = { search: '', scope: 'all', filters: NO_FILTERS };

/** True where every title fits that the player has not hidden. */
export function isNothingAsked({ search, scope, filters }: Asked): boolean {
  return search.trim() === '' && scope === 'all' && chosenOptions(filters).length === 0;
}

/** How many titles the player has hidden, of those that fit otherwise. */
export function hiddenGames({ hide }: OptionCounts): number {
  return hide.get('yes') ?? 0;
}

/** How many titles each option would show, given everything that is asked besides its own facet. */
export type OptionCounts = Readonly<Record<Trait, ReadonlyMap<string, number>>>;

/** The titles that fit, in the order they came in, and the counts. */
export interface Sifted {
  shown: readonly PreparedTitle[];
  counts: OptionCounts;
}

/** Under which all are counted, also those of which it is not known which option they fit. */
export const ANY_OPTION = '';

const YES = ['yes'];
const NO = ['no'];
const PICKED = ['picked'];
const UNPICKED = ['unpicked'];
const PERCENT_RANGES = rangesOf(knownOptions('percent').filter((option) => option !== STARTED));
const POINTS_RANGES = rangesOf(OPTIONS.points);

/** How many games there are in a scope, given everything else that is asked. */
export function gamesIn({ scope: games }: OptionCounts, scope: Scope): number {
  return games.get(scope === 'all' ? ANY_OPTION : scope) ?? 0;
}

/** Prepares titles, and those that it has prepared before not again. */
export function preparer(): (titles: readonly LibraryTitle[]) => readonly PreparedTitle[] {
  const known = new Map<string, Traits>();
  return listMapper((title) => {
    const traits = traitsOf(title);
    const key = JSON.stringify(traits);
    const same = known.get(key) ?? traits;
    known.set(key, same);
    return { title, traits: same, alone: { title, others: [] } };
  });
}

/** Each title in a stack of its own; of a list that it has seen before, the very same stacks. */
export function rememberedAlone(): (titles: readonly PreparedTitle[]) => EditionStack[] {
  const known = new WeakMap<readonly PreparedTitle[], EditionStack[]>();
  return (titles) => {
    const stacks = known.get(titles) ?? titles.map(({ alone }) => alone);
    known.set(titles, stacks);
    return stacks;
  };
}

function traitsOf(title: LibraryTitle): Traits {
  return {
    scope: title.choice === 'picked' ? PICKED : UNPICKED,
    platform: title.platforms,
    platinum: platinumStates(title),
    left: GRADES.filter((grade) => isLeft(title.earned[grade], title.defined[grade])),
    percent: [
      ...rangesWith(title.progress, PERCENT_RANGES),
      ...(isStarted(title) ? [STARTED] : []),
    ],
    points: rangesWith(pointsLeft(title), POINTS_RANGES),
    base: yesOrNo(isBaseDone(title)),
    revised: yesOrNo(isRevised(title)),
    status: title.status === 'retired' ? [title.status] : [title.status ?? 'none', 'kept'],
    tag: title.tags ?? [],
    plus: yesOrNo(title.isPlus),
    hidden: yesOrNo(title.hidden),
    gone: yesOrNo(isGone(title)),
    unobtainable: yesOrNo(title.unobtainable === 'game'),
    hide: yesOrNo(title.hide === true),
  };
}

function yesOrNo(is: boolean | null): readonly string[] {
  return is === null ? [] : is ? YES : NO;
}

/** Every platform of the titles, each once. */
export function platformsOf(titles: readonly PreparedTitle[]): string[] {
  const alike = new Set(titles.map(({ traits }) => traits));
  return [...new Set([...alike].flatMap(({ platform }) => platform))].sort();
}

/** Sifts the titles, and counts on the way: what thousands have in common is looked at once. */
export function sift(
  titles: readonly PreparedTitle[],
  asked: Pick<Asked, 'scope' | 'filters'>,
): Sifted {
  const chosen = chosenTraits(asked);
  const alike = new Map<Traits, Alike>();
  const shown = titles.filter(({ traits }) => {
    const those = alike.get(traits) ?? { games: 0, misses: missesOf(traits, chosen) };
    if (those.games === 0) alike.set(traits, those);
    those.games += 1;
    return those.misses.length === 0;
  });
  return { shown, counts: countsOf(alike) };
}

/** Titles with the same traits: how many, and which of what is asked keeps them out. */
interface Alike {
  games: number;
  misses: readonly Trait[];
}

interface ChosenTrait {
  trait: Trait;
  options: readonly string[];
}

function chosenTraits({ scope, filters }: Pick<Asked, 'scope' | 'filters'>): ChosenTrait[] {
  const facets = FACETS.map((facet) => {
    const options = filters[facet];
    return { trait: facet, options: facet === 'hide' && options.length === 0 ? NO : options };
  });
  const all: ChosenTrait[] = [
    { trait: 'scope', options: scope === 'all' ? [] : [scope] },
    ...facets,
  ];
  return all.filter(({ options }) => options.length > 0);
}

function missesOf(traits: Traits, chosen: readonly ChosenTrait[]): Trait[] {
  return chosen
    .filter(({ trait, options }) => !hasAny(traits[trait], options))
    .map(({ trait }) => trait);
}

/** A title counts for an option where nothing but the option's own facet keeps it out. */
function countsOf(all: ReadonlyMap<Traits, Alike>): OptionCounts {
  const counts = {} as Record<Trait, Map<string, number>>;
  for (const trait of TRAITS) counts[trait] = new Map();
  for (const [traits, { games, misses }] of all) {
    for (const trait of TRAITS) {
      if (misses.every((missed) => missed === trait))
        add(counts[trait], [ANY_OPTION, ...traits[trait]], games);
    }
  }
  return counts;
}

function add(counts: Map<string, number>, values: readonly string[], games: number): void {
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + games);
}

function hasAny(values: readonly string[], options: readonly string[]): boolean {
  return options.some((option) => values.includes(option));
}

/** None where it is not known: then a title fits no option. */
function platinumStates(title: LibraryTitle): string[] {
  const { earned, defined } = title;
  if (defined.platinum === 0) return ['none'];
  if (defined.platinum === null || earned.platinum === null) return [];
  if (earned.platinum > 0) return ['earned'];
  return isPlatinumPossible(title) ? ['open'] : ['open', 'impossible'];
}

function isLeft(earned: number | null, defined: number | null): boolean {
  return earned !== null && defined !== null && earned < defined;
}

interface Range {
  option: string;
  from: number;
  to: number;
}

function rangesOf(options: readonly string[]): Range[] {
  return options.map((option) => {
    const [from, to] = rangeOf(option);
    return { option, from, to };
  });
}

function rangesWith(value: number | null, ranges: readonly Range[]): string[] {
  if (value === null) return [];
  return ranges.filter(({ from, to }) => value >= from && value <= to).map(({ option }) => option);
}
