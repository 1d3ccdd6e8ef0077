import { unrankedAmong } from '../../utils/domain/library/library-order';
import { RANKS } from '../../utils/domain/library/title-rank';
import SortValue from './SortValue.svelte';

const forms = { RANKS, SortValue, unrankedAmong };
export type OrderForms = typeof forms;
export default forms;
