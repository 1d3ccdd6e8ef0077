import type { TrophyType } from '../../utils/domain/trophies/trophy-annotation';
import type { Shown, TrophyListView, TrophySort } from '../../utils/domain/trophies/trophy-list';

/** How the player wants to see trophies. It stays as it is from one game to the next. */
export class TrophyView implements TrophyListView {
  shown = $state<Shown>('all');
  sort = $state<TrophySort>('sony');
  baseOnly = $state(false);
  type = $state<TrophyType | null>(null);
  pinnedFirst = $state(true);

  /** In the same order, and with nothing left out. */
  showingAll(): TrophyView {
    const all = new TrophyView();
    all.sort = this.sort;
    all.pinnedFirst = this.pinnedFirst;
    return all;
  }
}
