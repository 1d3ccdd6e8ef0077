import type { Player } from '../connection/player';
import type { PlayerItem, PlayerItemKind, PlayerValues } from './player-item';

/** The kinds that it had. */
type EarlierKind = Extract<PlayerItemKind, 'choice' | 'note' | 'pin'>;

/** What the player made in an earlier build: it is no change of theirs, and no device's. */
export type CarriedItem = {
  [Kind in EarlierKind]: Pick<PlayerItem<Kind>, 'kind' | 'npCommunicationId' | 'trophyId'> & {
    value: PlayerValues[Kind];
  };
}[EarlierKind];

/** What of an account's library Sony cannot give back, on its way from an earlier build's database to this one's. */
export interface CarriedLibrary {
  player: Player;
  hasChosen: boolean;
  items: CarriedItem[];
}

/** By account. */
export type CarriedOver = Record<string, CarriedLibrary>;
