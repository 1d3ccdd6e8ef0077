import { editionKey, furthestOnly, inOrderOf, stacked, type EditionStack } from './editions';
import { ANY_OPTION, sift, type OptionCounts, type PreparedTitle } from './library-filter';
import { FACETS, NO_FILTERS, type Scope, type Filters, type Sort } from './library-view';

/** What is asked of the titles, besides what is searched for. */
interface AskedOfTitles {
  scope: Scope;
  filters: Filters;
}

type Counted = keyof OptionCounts;

/** By edition the one that got furthest. */
type Furthest = Map<string, PreparedTitle>;

const COUNTED: readonly Counted[] = ['scope', ...FACETS];

/**
 * What is shown, in stacks: each where the edition stands that it shows. A game was played when one of its editions
 * was; how far it is goes by its furthest edition, whether that is shown or not.
 */
export function stacksOf(
  shown: readonly PreparedTitle[],
  all: readonly PreparedTitle[],
  { sort, ...asked }: AskedOfTitles & { sort: Sort },
  editionOf = editionKey,
): EditionStack[] {
  const stacks = inOrderOf(shown, stacked(shown, editionOf), sort === 'played');
  if (asked.filters.percent.length === 0) return stacks;
  return furthestOnly(stacks, sift(all, withoutPercent(asked)).shown, editionOf);
}

/** How many stacks each option would show, given everything that is asked besides its own facet. */
export function countsOfStacks(
  all: readonly PreparedTitle[],
  asked: AskedOfTitles,
  editionOf = editionKey,
): OptionCounts {
  const counts = {} as Record<Counted, Map<string, number>>;
  for (const of of COUNTED) counts[of] = countsBy(of, all, asked, editionOf);
  return counts;
}

function countsBy(
  of: Counted,
  all: readonly PreparedTitle[],
  asked: AskedOfTitles,
  editionOf: (name: string) => string,
): Map<string, number> {
  const fitting = sift(all, withoutPercent(without(of, asked))).shown;
  const furthest = furthestByOption(
    of === 'percent' ? furthestOf(fitting, editionOf) : fitting,
    of,
    editionOf,
  );
  const { percent } = of === 'percent' ? NO_FILTERS : asked.filters;
  const isShown = ({ traits }: PreparedTitle): boolean =>
    percent.length === 0 || traits.percent.some((range) => percent.includes(range));
  return new Map(
    [...furthest].map(([option, editions]) => [
      option,
      [...editions.values()].filter(isShown).length,
    ]),
  );
}

/** Of each game the edition that got furthest. */
function furthestOf(
  titles: readonly PreparedTitle[],
  editionOf: (name: string) => string,
): PreparedTitle[] {
  const furthest: Furthest = new Map();
  for (const prepared of titles) note(furthest, editionOf(prepared.title.name), prepared);
  return [...furthest.values()];
}

/** The same of those that each option has, in one pass: there may be as many options as there are tags. */
function furthestByOption(
  titles: readonly PreparedTitle[],
  of: Counted,
  editionOf: (name: string) => string,
): Map<string, Furthest> {
  const byOption = new Map<string, Furthest>();
  for (const prepared of titles) {
    const edition = editionOf(prepared.title.name);
    for (const option of [ANY_OPTION, ...prepared.traits[of]]) {
      const furthest = byOption.get(option) ?? new Map<string, PreparedTitle>();
      byOption.set(option, furthest);
      note(furthest, edition, prepared);
    }
  }
  return byOption;
}

function note(furthest: Furthest, edition: string, prepared: PreparedTitle): void {
  const before = furthest.get(edition);
  if (before === undefined || progressIn(prepared) > progressIn(before))
    furthest.set(edition, prepared);
}

function progressIn({ title }: PreparedTitle): number {
  return title.progress ?? -1;
}

/** As if nothing were chosen there: of what the player has hidden, too. */
function without(of: Counted, { scope, filters }: AskedOfTitles): AskedOfTitles {
  if (of === 'scope') return { scope: 'all', filters };
  return { scope, filters: { ...filters, [of]: of === 'hide' ? ['yes', 'no'] : [] } };
}

function withoutPercent({ scope, filters }: AskedOfTitles): AskedOfTitles {
  return { scope, filters: { ...filters, percent: [] } };
}
