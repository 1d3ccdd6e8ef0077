import type { EditionStack } from '../../utils/domain/library/editions';
import { gameGroups, type GameGroup } from '../../utils/domain/library/grouping';
import type { Grouping } from '../../utils/domain/library/library-view';
import { yearOf } from '../../utils/format/years';
import GroupHead from './GroupHead.svelte';
import { GroupRows } from './group-rows';

export default {
  GroupHead,
  GroupRows,
  gameGroups: (stacks: readonly EditionStack[], grouping: Grouping): GameGroup[] =>
    gameGroups(stacks, grouping, yearOf),
};
