import { editionKey } from './editions';
import { FACETS, type Facet, type Filters, type Scope } from './library-view';
import { searchFor, searchText, type SearchText } from './search-text';
import { GRADES } from '../trophies/grades';
import { isGone, type LibraryTitle } from './title';

/** What is filtered by: the facets, and what was picked. */
type Trait = Facet | 'scope';
const TRAITS = ['scope', ...FACETS] as const;

/** What a name is searched in, and what it has in common with those of the other editions of its game. */
interface NameTexts {
  text: SearchText;
  edition: string;
}

/** A title with what searching and filtering look at, made once for each title and not once for each key. */
export interface PreparedTitle extends NameTexts {
  title: LibraryTitle;
  traits: Readonly<Record<Trait, readonly string[]>>;
}

/** What is asked of the titles. */
export interface Asked {
  search: string;
  scope: Scope;
  filters: Filters;
}

/** How many titles each option would show, given everything that is asked besides its own facet. */
export type OptionCounts = Readonly<Record<Trait, ReadonlyMap<string, number>>>;

/** The titles that fit, in the order they came in, and the counts. */
export interface Sifted<Prepared extends PreparedTitle> {
  shown: Prepared[];
  counts: OptionCounts;
}

const YES = ['yes'];
const NO = ['no'];
const PICKED = ['picked'];
const UNPICKED = ['unpicked'];

/**
 * Prepares titles, and remembers them and their names: a sync brings the same ones again and again. The same title is
 * the same prepared one.
 */
export function preparer(): (title: LibraryTitle) => PreparedTitle {
  const names = new Map<string, NameTexts>();
  const known = new WeakMap<LibraryTitle, PreparedTitle>();
  return (title) => {
    const before = known.get(title);
    if (before !== undefined) return before;
    const texts = names.get(title.name) ?? textsOf(title.name);
    names.set(title.name, texts);
    const prepared = { title, ...texts, traits: traitsOf(title) };
    known.set(title, prepared);
    return prepared;
  };
}

function textsOf(name: string): NameTexts {
  return { text: searchText(name), edition: editionKey(name) };
}

function traitsOf(title: LibraryTitle): PreparedTitle['traits'] {
  return {
    scope: title.choice === 'picked' ? PICKED : UNPICKED,
    platform: title.platforms,
    platinum: platinumStates(title),
    left: GRADES.filter((grade) => isLeft(title.earned[grade], title.defined[grade])),
    percent: title.progress === null ? [] : [percentRange(title.progress)],
    plus: title.isPlus ? YES : NO,
    hidden: title.hidden ? YES : NO,
    gone: isGone(title) ? YES : NO,
  };
}

/** Every platform of the titles, each once. */
export function platformsOf(titles: readonly PreparedTitle[]): string[] {
  return [...new Set(titles.flatMap(({ title }) => title.platforms))].sort();
}

/** Sifts the titles, and counts on the way. */
export function sift<Prepared extends PreparedTitle>(
  titles: readonly Prepared[],
  asked: Asked,
): Sifted<Prepared> {
  const hasWords = searchFor(asked.search);
  const chosen = chosenTraits(asked);
  const counts = noCounts();
  const shown = titles.filter((prepared) => {
    if (!hasWords(prepared.text)) return false;
    const misses = chosen.filter(({ trait, options }) => !hasAny(prepared.traits[trait], options));
    // A title counts for an option where nothing but the option's own facet keeps it out.
    if (misses.length === 0) for (const trait of TRAITS) add(counts[trait], prepared.traits[trait]);
    else if (misses.length === 1) addMissed(counts, prepared, misses[0]?.trait);
    return misses.length === 0;
  });
  return { shown, counts };
}

interface ChosenTrait {
  trait: Trait;
  options: readonly string[];
}

function chosenTraits({ scope, filters }: Asked): ChosenTrait[] {
  const facets = FACETS.map((facet) => ({ trait: facet, options: filters[facet] }));
  const all: ChosenTrait[] = [
    { trait: 'scope', options: scope === 'all' ? [] : [scope] },
    ...facets,
  ];
  return all.filter(({ options }) => options.length > 0);
}

function noCounts(): Record<Trait, Map<string, number>> {
  const counts = {} as Record<Trait, Map<string, number>>;
  for (const trait of TRAITS) counts[trait] = new Map();
  return counts;
}

function addMissed(
  counts: Record<Trait, Map<string, number>>,
  prepared: PreparedTitle,
  trait: Trait | undefined,
): void {
  if (trait !== undefined) add(counts[trait], prepared.traits[trait]);
}

function add(counts: Map<string, number>, values: readonly string[]): void {
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
}

function hasAny(values: readonly string[], options: readonly string[]): boolean {
  return options.some((option) => values.includes(option));
}

/** None where it is not known: then a title fits no option. */
function platinumStates({ earned, defined }: LibraryTitle): string[] {
  if (defined.platinum === 0) return ['none'];
  if (defined.platinum === null || earned.platinum === null) return [];
  return [earned.platinum > 0 ? 'earned' : 'open'];
}

function isLeft(earned: number | null, defined: number | null): boolean {
  return earned !== null && defined !== null && earned < defined;
}

function percentRange(progress: number): string {
  if (progress <= 0) return '0';
  if (progress >= 100) return '100';
  if (progress < 25) return '1-24';
  if (progress < 50) return '25-49';
  return progress < 75 ? '50-74' : '75-99';
}
