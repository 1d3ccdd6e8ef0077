import type { HistoryProps } from '../app/history-props';
import type { DayZone } from './day-zone';

/** What every line goes by that says what is counted here, and what is missing. */
export interface Counting extends Pick<HistoryProps, 'onfetch' | 'onzone'> {
  /** By which days are counted. */
  zone: DayZone;
  /** By Sony's clock. */
  now: number;
  /** A sync is writing: what it has brought just now may not be read yet. */
  isSyncing: boolean;
}
