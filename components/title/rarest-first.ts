import { GRADES } from '../../utils/domain/trophies/grades';

/** The order in which grades are drawn: the rarest stands first, where the eye begins. */
export const RAREST_FIRST = GRADES.toReversed();
