/** What stands in the place of a page whose script is gone: an update has replaced it underneath. */
export {
  notLoadedTitle as NOT_LOADED_TITLE,
  notLoaded as NOT_LOADED,
  reload as RELOAD,
} from './en/app.json';
