import { GRADES } from '../../utils/domain/title';

/** The order in which grades are drawn: the rarest stands first, where the eye begins. */
export const RAREST_FIRST = GRADES.toReversed();
