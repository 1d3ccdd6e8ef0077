import {
  annotationsIn,
  marksIn,
  withMarks,
  type StoredItem,
  type TitleMarks,
} from '../domain/library/player-item';
import { NOTHING_FETCHED, type LibraryTitle } from '../domain/library/title';
import { saysSomething } from './annotations-alone';

const UNKNOWN = { bronze: null, silver: null, gold: null, platinum: null };

/** Games that the player has said something of, and that no list says anything of, or no row that can be read. */
export function unlistedTitles(
  items: readonly StoredItem[],
  listed: readonly LibraryTitle[],
): LibraryTitle[] {
  const known = new Set(listed.map(({ npCommunicationId }) => npCommunicationId));
  const unlisted = items.filter(({ npCommunicationId }) => !known.has(npCommunicationId));
  const marks = marksIn(unlisted);
  const marked = [...marks].filter(([, each]) => isMarked(each)).map(([id]) => id);
  const annotated = annotationsIn(unlisted).filter(saysSomething);
  const ids = new Set([...marked, ...annotated.map(({ npCommunicationId }) => npCommunicationId)]);
  return [...ids].sort().map((id) => withMarks(bareTitle(id), marks.get(id)));
}

/** Of what is only picked, or hidden, there is nothing to tell. */
function isMarked({ status, tags = [], unobtainable }: TitleMarks): boolean {
  return status !== undefined || unobtainable !== undefined || tags.length > 0;
}

/** By its id, as every game without a name. */
function bareTitle(npCommunicationId: string): LibraryTitle {
  return {
    ...{ npCommunicationId, npServiceName: '', name: npCommunicationId, language: '' },
    ...{ platforms: [], iconUrl: null, trophySetVersion: '', groupCount: null },
    ...{ defined: UNKNOWN, earned: UNKNOWN, progress: null, hidden: false },
    ...{ lastUpdatedAt: -1, lastPlayedAt: -1, lastPlayedSource: 'trophy-list' },
    ...{ playSeconds: null, isPlaytimePartial: false, isPlus: null, choice: 'unpicked' },
    ...{ absence: null, fetched: NOTHING_FETCHED, tally: null },
  };
}
