import { localeOf } from '../../utils/format/locale';
import { zoneKey } from '../../utils/format/per-locale';
import { LANGUAGE } from '../../utils/words/language';

/** How this reader's dates and numbers look. The browser does not change it while a page is open. */
const ofReader = localeOf(LANGUAGE);

/** Where this device is, by its time zone: it may travel while a page is open. */
class Whereabouts {
  #zone = $state(zoneKey());

  /** No browser tells a page that the zone is another one. */
  follow(): void {
    this.#zone = zoneKey();
  }

  /** For all that is written: what shows an instant is drawn anew where the zone is another one. */
  get locale(): string {
    void this.#zone;
    return ofReader;
  }
}

export const here = new Whereabouts();
