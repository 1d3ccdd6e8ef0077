import type { ReadyView } from '../domain/library/ready-views';
import { readyViews } from './en/library.json';

export { readyViewsLabel as READY_VIEWS_LABEL } from './en/library.json';

export const READY_VIEW_NAMES: Record<ReadyView, string> = readyViews;
