import * as words from './en/library.json';

export {
  savedViews as SAVED_VIEWS,
  saveView as SAVE_VIEW,
  saveViewName as SAVE_VIEW_NAME,
  viewName as VIEW_NAME,
  viewNotSaved as VIEW_NOT_SAVED,
  deleteView as DELETE_VIEW,
} from './en/library.json';

export function changeView(name: string): string {
  return words.changeView({ name });
}
