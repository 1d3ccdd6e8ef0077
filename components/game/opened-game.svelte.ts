import type { LibraryQueries } from '../../utils/database/queries';
import type { SetVersion } from '../../utils/domain/history/set-versions';
import type { Failure } from '../../utils/domain/failure';
import type { LibraryTitle } from '../../utils/domain/library/title';
import type { TrophyAnnotation } from '../../utils/domain/trophies/trophy-annotation';
import type { TrophySet } from '../../utils/domain/trophies/trophy-set';
import { LiveQuery, type LiveResult } from '../app/live-query.svelte';

/** The game whose page is open: itself, its trophies, and what the player noted of them. */
export class OpenedGame {
  readonly #title: LiveQuery<LibraryTitle | undefined> | null;
  readonly #set: LiveQuery<TrophySet | null> | null;
  readonly #annotations: LiveQuery<TrophyAnnotation[]> | null;
  readonly #isUnread: LiveQuery<boolean> | null;
  readonly #versions: LiveQuery<SetVersion[]> | null;

  constructor(
    queries: Pick<
      LibraryQueries,
      'title' | 'trophySet' | 'annotations' | 'isUnread' | 'setVersions'
    > | null,
    npCommunicationId: string,
  ) {
    this.#title = queries && new LiveQuery(queries.title(npCommunicationId));
    this.#set = queries && new LiveQuery(queries.trophySet(npCommunicationId));
    this.#annotations = queries && new LiveQuery(queries.annotations(npCommunicationId));
    this.#isUnread = queries && new LiveQuery(queries.isUnread(npCommunicationId));
    this.#versions = queries && new LiveQuery(queries.setVersions(npCommunicationId));
  }

  /** Undefined where the library does not have it. */
  get title(): LiveResult<LibraryTitle | undefined> {
    return this.#title?.current ?? { state: 'loading' };
  }

  /** Null where none of its trophies are held. What was noted of them decides where they stand: both come at once. */
  get set(): LiveResult<TrophySet | null> {
    const set = this.#set?.current;
    const annotations = this.#annotations?.current;
    const isWhole = set?.state !== 'ready' || annotations?.state !== 'loading';
    return set === undefined || !isWhole ? { state: 'loading' } : set;
  }

  /** Why it cannot be read. */
  get failure(): Failure | null {
    const [failed] = [this.title, this.set].filter((each) => each.state === 'failed');
    return failed?.failure ?? null;
  }

  /** Its trophies could not be read when they were asked for last. */
  get isUnread(): boolean {
    const isUnread = this.#isUnread?.current;
    return isUnread?.state === 'ready' && isUnread.value;
  }

  /** What its set was before; nothing where that cannot be read. */
  get versions(): readonly SetVersion[] {
    const versions = this.#versions?.current;
    return versions?.state === 'ready' ? versions.value : [];
  }

  /** None where they cannot be read. */
  get annotations(): readonly TrophyAnnotation[] {
    const annotations = this.#annotations?.current;
    return annotations?.state === 'ready' ? annotations.value : [];
  }
}
