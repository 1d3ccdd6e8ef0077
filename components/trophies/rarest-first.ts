import { GRADES } from '../../utils/domain/library/title';

/** The order in which grades are drawn: the rarest stands first, where the eye begins. */
export const RAREST_FIRST = GRADES.toReversed();
