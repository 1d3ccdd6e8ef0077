import type { GameMarks } from '../../utils/domain/library/game-marks';
import type { Annotated } from '../../utils/domain/trophies/trophy-annotation';
import type { Requests } from '../app/requests.svelte';

/** What the player says of one game: it is kept with that game, whichever one is open by then. */
export class SaidOfGame {
  readonly #requests: Requests;
  readonly #npCommunicationId: string;

  constructor(requests: Requests, npCommunicationId: string) {
    this.#requests = requests;
    this.#npCommunicationId = npCommunicationId;
  }

  /** Both answer whether it is kept. */
  readonly mark = (marks: Partial<GameMarks>): Promise<boolean> =>
    this.#requests.tell('markGame', { npCommunicationId: this.#npCommunicationId, marks });

  readonly annotate = (trophyId: number, change: Partial<Annotated>): Promise<boolean> =>
    this.#requests.tell('annotateTrophy', {
      ...change,
      npCommunicationId: this.#npCommunicationId,
      trophyId,
    });
}
