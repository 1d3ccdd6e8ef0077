import { zoneKey } from '../../utils/format/per-locale';
import { locale } from './locale';

/** Where this device is, by its time zone: it may travel while a page is open. */
class Whereabouts {
  #zone = $state(zoneKey());

  /** No browser tells a page that the zone is another one. */
  follow(): void {
    this.#zone = zoneKey();
  }

  /** For what shows an instant, and is not drawn anew with the time: it is then, where the zone is another one. */
  get locale(): string {
    void this.#zone;
    return locale;
  }
}

export const here = new Whereabouts();
