import { DEFAULT_VIEW, queryOf, viewOf, type LibraryView } from './library-view';
import { writtenColumns } from './list-columns';

/** A way to look at the library that the player has given a name: its query is that of the address. */
export interface SavedView {
  name: string;
  query: string;
}

export const LONGEST_VIEW_NAME = 60;
/** A search of two hundred characters, each of nine in an address, and all there is to choose. */
export const LONGEST_VIEW_QUERY = 4_000;
export const MOST_SAVED_VIEWS = 100;

/**
 * The query of a view as it is saved: how the games stand is said in it, whatever the player is used to later. What
 * stands above the games is no part of it.
 */
export function queryToSave(view: LibraryView): string {
  const asked = new URLSearchParams(queryOf({ ...view, isFolded: DEFAULT_VIEW.isFolded }));
  asked.set('view', view.layout);
  asked.set('cards', view.cardSize);
  asked.set('columns', writtenColumns(view.columns));
  return asked.toString();
}

/** True where the library is looked at just so: what an earlier build did not save of it may be as it is. */
export function isShownNow({ query }: SavedView, view: LibraryView): boolean {
  return queryToSave(viewOf(query, view)) === queryToSave(view);
}

/** By which a view is told from others: nobody tells `PS5` from `ps5`. */
function keyOf({ name }: Pick<SavedView, 'name'>): string {
  return name.trim().normalize().toLowerCase();
}

export function hasViewNamed(views: readonly SavedView[], name: string): boolean {
  return views.some((each) => keyOf(each) === keyOf({ name }));
}

/** Whether this view came here before: under its name, or with the number that it got beside another of that name. */
export function hasComeBefore(views: readonly SavedView[], view: SavedView): boolean {
  return views.some((each) => {
    const isOfThatName = [keyOf(each), keyOf(each).replace(/ \d+$/, '')].includes(keyOf(view));
    return isOfThatName && each.query === view.query;
  });
}

/** What a view may be called so that none loses its name to it: `PS5 2` where there is a `PS5`. */
export function freeViewName(views: readonly SavedView[], asked: string): string {
  const short = asked.slice(0, LONGEST_VIEW_NAME);
  if (!hasViewNamed(views, short)) return short;
  for (let number = 2; ; number += 1) {
    const end = ` ${String(number)}`;
    const name = asked.slice(0, LONGEST_VIEW_NAME - end.length) + end;
    if (!hasViewNamed(views, name)) return name;
  }
}

/** Each once, and under a name of its own: another tool's copy may have two of one name. */
export function withNamesOfTheirOwn(views: readonly SavedView[]): SavedView[] {
  return views.reduce<SavedView[]>((kept, view) => {
    const isThere = kept.some((each) => keyOf(each) === keyOf(view) && each.query === view.query);
    return isThere ? kept : [...kept, { ...view, name: freeViewName(kept, view.name) }];
  }, []);
}

/** The views with one more at the end; null where there is no room for it. None is lost to it. */
export function withView(views: readonly SavedView[], view: SavedView): SavedView[] | null {
  if (views.length >= MOST_SAVED_VIEWS || view.query.length > LONGEST_VIEW_QUERY) return null;
  return [...views, { ...view, name: freeViewName(views, view.name) }];
}

/** The views with another name for one of them, and where another has that, with one that is free. */
export function renamedView(views: readonly SavedView[], from: string, to: string): SavedView[] {
  const name = freeViewName(withoutView(views, from), to);
  return views.map((each) => (hasViewNamed([each], from) ? { ...each, name } : each));
}

export function withoutView(views: readonly SavedView[], name: string): SavedView[] {
  return views.filter((each) => !hasViewNamed([each], name));
}
