import { unrankedAmong } from '../../utils/domain/library/library-order';
import { RANKS } from '../../utils/domain/library/title-rank';
import { sortWords } from './sort-words';

export default { RANKS, sortWords, unrankedAmong };
