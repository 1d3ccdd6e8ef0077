import type { EditionStack } from '../../utils/domain/library/editions';
import { gameGroups, type GameGroup } from '../../utils/domain/library/grouping';
import type { Grouping } from '../../utils/domain/library/library-view';
import { calendarYearOf } from '../../utils/format/years';
import { here } from '../app/time-zone.svelte';
import GroupHead from './GroupHead.svelte';
import { GroupRows } from './group-rows';

export default {
  GroupHead,
  GroupRows,
  gameGroups: (stacks: readonly EditionStack[], grouping: Grouping): GameGroup[] => {
    // In another zone they may be of other years.
    void here.locale;
    return gameGroups(stacks, grouping, calendarYearOf);
  },
};
