import { queryOf, type LibraryView } from './library-view';

/** A way to look at the library that the player has given a name: its query is that of the address. */
export interface SavedView {
  name: string;
  query: string;
}

export const LONGEST_VIEW_NAME = 60;
/** A search of two hundred characters, each of nine in an address, and all there is to choose. */
export const LONGEST_VIEW_QUERY = 4_000;
export const MOST_SAVED_VIEWS = 100;

/** The query of a view as it is saved: how the games stand is said in it, whatever the player is used to later. */
export function queryToSave(view: LibraryView): string {
  const asked = new URLSearchParams(queryOf(view));
  asked.set('view', view.layout);
  return asked.toString();
}

/** The views with one more at the end. One of the same name was meant to become this one, where it is. */
export function withView(views: readonly SavedView[], view: SavedView): SavedView[] {
  const isThere = views.some(({ name }) => name === view.name);
  return isThere
    ? views.map((each) => (each.name === view.name ? view : each))
    : [...views, view].slice(-MOST_SAVED_VIEWS);
}

/** The views with another name for one of them. It takes the place of one that has the name already. */
export function renamedView(views: readonly SavedView[], from: string, to: string): SavedView[] {
  const others = from === to ? views : withoutView(views, to);
  return others.map((each) => (each.name === from ? { ...each, name: to } : each));
}

export function withoutView(views: readonly SavedView[], name: string): SavedView[] {
  return views.filter((each) => each.name !== name);
}
