/** What stands in the place of one thing of a list that could not be drawn. */
export { notDrawn as NOT_DRAWN } from './en/app.json';
