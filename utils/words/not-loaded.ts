/** What stands in the place of a page whose script is gone: an update has replaced it underneath. */
export const NOT_LOADED_TITLE = 'Reload this page';
export const NOT_LOADED =
  'Trophy Shelf was probably updated while this page was open, and the old page cannot go on.';
export const RELOAD = 'Reload';
