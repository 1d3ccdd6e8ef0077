import type { Facet } from '../domain/library/library-view';
import { sideBySide } from '../format/lists';
import * as words from './en/library.json';
import { optionName } from './library-filters';

export {
  savedViews as SAVED_VIEWS,
  saveView as SAVE_VIEW,
  saveViewName as SAVE_VIEW_NAME,
  viewName as VIEW_NAME,
  viewNotSaved as VIEW_NOT_SAVED,
  viewNameTaken as VIEW_NAME_TAKEN,
  viewTooLong as VIEW_TOO_LONG,
  deleteView as DELETE_VIEW,
} from './en/library.json';

export function changeView(name: string): string {
  return words.changeView({ name });
}

/** Where there are as many as can be. */
export function viewsFull(views: number, locale: string): string {
  return words.viewsFull({ views }, locale);
}

/** What a view may be called, by what it asks for: `PS5, Platinum not earned`. */
export function viewNameFor(
  search: string,
  options: readonly { facet: Facet; option: string }[],
  locale: string,
): string {
  const names = options.map(({ facet, option }) => optionName(facet, option, locale));
  return sideBySide([...(search.trim() === '' ? [] : [search.trim()]), ...names], locale);
}
