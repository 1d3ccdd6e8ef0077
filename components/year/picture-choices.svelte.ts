import type { PictureScheme } from './picture-theme';
import type { PictureShape } from './year-picture';

/** How the player has the pictures of years made, until the pages are closed: what is not to be told is told of no year. */
class PictureChoices {
  tellsGames = $state(true);
  shape = $state<PictureShape>('portrait');
  /** Null: as the page looks. */
  scheme = $state<PictureScheme | null>(null);
}

export const pictureChoices = new PictureChoices();
