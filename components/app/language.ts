import { directionOf } from '../../utils/format/locale';
import { LANGUAGE } from '../../utils/words/language';

/** Tells the browser what language stands here, and from which side it is read. */
export function showLanguage({ documentElement: root } = document): void {
  root.lang = LANGUAGE;
  root.dir = directionOf(LANGUAGE);
}
