import { unrankedAmong } from '../../utils/domain/library/library-order';
import { RANKS } from '../../utils/domain/library/title-rank';
import SortValue from './SortValue.svelte';

export default { RANKS, SortValue, unrankedAmong };
