import type { Player } from '../connection/player';
import type { PlayerItem, PlayerItemKind, PlayerValues } from './player-item';

/** What the player made in an earlier build: it is no change of theirs, and no device's. */
export type CarriedItem = {
  [Kind in PlayerItemKind]: Pick<PlayerItem<Kind>, 'kind' | 'npCommunicationId' | 'trophyId'> & {
    value: PlayerValues[Kind];
  };
}[PlayerItemKind];

/** What of an account's library Sony cannot give back, on its way from an earlier build's database to this one's. */
export interface CarriedLibrary {
  player: Player;
  hasChosen: boolean;
  items: CarriedItem[];
}

/** By account. */
export type CarriedOver = Record<string, CarriedLibrary>;
