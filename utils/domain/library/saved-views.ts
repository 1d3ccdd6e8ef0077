import { DEFAULT_VIEW, queryOf, viewOf, type LibraryView } from './library-view';
import { writtenColumns } from './list-columns';
import {
  LONGEST_VIEW_NAME,
  LONGEST_VIEW_QUERY,
  SAID_NOW,
  viewsById,
  type SavedView,
  type ViewItem,
} from './view-items';

/** One that is there, and what it goes by whatever it is called. */
export interface KeptView extends SavedView {
  id: string;
}

/** So many are saved; two libraries may have more together, and lose none. */
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

/** Each under a name of its own, the first as it is: two libraries may each have had one of that name. */
export function withNamesOfTheirOwn<View extends SavedView>(views: readonly View[]): View[] {
  return views.reduce<View[]>(
    (kept, view) => [...kept, { ...view, name: freeViewName(kept, view.name) }],
    [],
  );
}

/** True where one more can be saved. */
export function hasRoomFor(views: readonly SavedView[], { query }: SavedView): boolean {
  return views.length < MOST_SAVED_VIEWS && query.length <= LONGEST_VIEW_QUERY;
}

/** What a new one goes by: later ones stand behind it, and none of another page or computer has the same. */
export function newViewId(now: number): string {
  return `${now.toString(36).padStart(9, '0')}-${crypto.randomUUID().slice(0, 8)}`;
}

/** Those that are there, in the order in which they were made; before them, by their first names, those of earlier builds. */
export function viewsIn(items: readonly ViewItem[] = []): KeptView[] {
  const views = viewsById(items).flatMap(({ id, value }) =>
    value === null ? [] : { id, ...value },
  );
  const [first, dated] = [views.filter(isUndated), views.filter((view) => !isUndated(view))];
  // In one order on every computer: the first of two of one name keeps it.
  const names = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
  first.sort((one, other) => names.compare(firstName(one), firstName(other)));
  return withNamesOfTheirOwn([...first, ...dated]);
}

/** The items as a page hands them on that says something else of one of them; null: that it goes. */
export function withViewSaid(
  items: readonly ViewItem[],
  id: string,
  value: SavedView | null,
): ViewItem[] {
  return viewsById([...items, { id, value, version: SAID_NOW, device: '' }]);
}

/** True of one that an earlier build has stored: its id is its name, and what tells it from others of that name. */
function isUndated({ id }: KeptView): boolean {
  return id.startsWith('!');
}

function firstName({ id }: KeptView): string {
  return id.slice(1, id.lastIndexOf('/'));
}
