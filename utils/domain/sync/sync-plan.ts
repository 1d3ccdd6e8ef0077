import { DAY } from '../time-units';
import {
  hasGroups,
  type FetchedAnswers,
  type LibraryTitle,
  type NpServiceName,
} from '../library/title';
import { GRADES } from '../trophies/grades';
import { definitionsKey, earnedKey } from './answer-keys';
import { leftByAhead } from './budget';
import { isFollowed } from './followed';
import { isDueAgain } from '../trophies/short-answer';
import { isLeftAlone, matchingKey, type Refusal } from './refusal';

/** Sony takes no more ids in one call. */
export const GAMES_A_MATCH = 5;
/** So many of a kind that fail in a row, and it is not the titles. */
export const FAILURES_IN_A_ROW = 3;
/** Games that were played since are matched first: their dates decide what is picked, and what comes first. */
export const RECENT_PLAY = 90 * DAY;
/** What is older than this is asked for anew when its game is opened: Sony mends texts, and rarity moves. */
const OLD = 30 * DAY;
/** What Sony did not have, or not for us, is not asked for again on the same day. */
const AGAIN = DAY;

/** One request to Sony. `isRest`: for what nobody waits for, once all that is picked is there. */
export type SyncRequest = { isRest?: true } &
  /** `isDoubt`: what was answered before names sets that no list has. */
  (
    | { kind: 'matching'; npTitleIds: string[]; isDoubt?: true }
    | {
        kind: 'definitions' | 'groups' | 'earned';
        npCommunicationId: string;
        npServiceName: NpServiceName;
      }
  );

/** A played game whose trophy sets are not known yet. */
interface Unmatched {
  npTitleId: string;
  lastPlayedAt: number;
  refusal: Refusal | null;
}

/** What there is to plan with. */
export interface PlanInput {
  titles: readonly LibraryTitle[];
  /** Played games whose trophy sets are not known yet. */
  unmatched: readonly Unmatched[];
  /** Games whose pages were opened, the latest first. */
  opened: readonly string[];
  everyGame: boolean;
  /** Picks were made. Until then only the games that decide them are asked for. */
  hasPicks: boolean;
  /** Games that are fetched as if they were picked, until the player has picked (`latest-requests.ts`). */
  latest: readonly string[];
  /** What has failed in this sync already, by `requestKey`. */
  failed: ReadonlySet<string>;
  /** Requests that may be made at once. */
  budget: number;
  /** How many of them are left to what the player will pick (`budget.ts`). */
  leftToPicks: number;
  now: number;
  /** In which Sony answers now. */
  language: string;
}

/** For whom a game is opened, and when. */
export type Reader = Pick<PlanInput, 'now' | 'language'>;

/** The requests in their order: those that the budget has room for, and those that wait for it. */
export interface SyncPlan {
  now: SyncRequest[];
  later: SyncRequest[];
}

/**
 * Everything that is still to be asked for once the lists are read. Opened games first; then the played games that
 * decide the order; then picked games, last played first; then the other played games; then, if the player wants,
 * the rest. What was refused before comes last: some that always fail, and with them their kind, keep nothing waiting.
 * The sync counts as done once what is picked is there.
 */
export function planSync(input: PlanInput): SyncPlan {
  const opened = openedRequests(input);
  const byPlay = [...input.titles].sort((one, other) => other.lastPlayedAt - one.lastPlayedAt);
  const older = input.unmatched.filter(
    ({ lastPlayedAt }) => lastPlayedAt <= input.now - RECENT_PLAY,
  );
  const isFirst = (title: LibraryTitle): boolean =>
    isFollowed(title, { everyGame: false, latest: input.latest });
  const withNeeds = (title: LibraryTitle) => ({ title, requests: requestsFor(title, input.now) });
  const picked = byPlay.filter(isFirst).map(withNeeds);
  const others = byPlay
    .filter((title) => isFollowed(title, input) && !isFirst(title))
    .map(withNeeds);
  const deciding = decidingRequests(input);
  const rest = [
    ...matches(older, input.now),
    ...others.flatMap((needs) => askedBefore(needs, false)),
    ...[...picked, ...others].flatMap((needs) => askedBefore(needs, true)),
    // Before picks were made nobody knows what comes before it.
  ].flatMap((request) => (input.hasPicks ? { ...request, isRest: true as const } : []));
  const first = untried(opened, input.failed);
  const planned = new Set([...first, ...deciding].map(requestKey));
  const ahead = untried(
    [...picked.flatMap((needs) => askedBefore(needs, false)), ...rest],
    new Set([...input.failed, ...planned]),
  );
  const isOpen = input.hasPicks || planned.size === 0;
  // A click may use all of it, and what decides the order all that is not left to picks.
  return withinBudget(input.budget, [
    [first, 0],
    [deciding, input.leftToPicks],
    [ahead, isOpen ? leftByAhead(input.leftToPicks) : Infinity],
  ]);
}

/** What games lack whose pages were opened, the latest first. */
export function openedRequests({
  titles,
  opened,
  ...reader
}: Pick<PlanInput, 'titles' | 'opened' | keyof Reader>): SyncRequest[] {
  return titlesIn(titles, [...new Set(opened)]).flatMap((each) => requestsForOpened(each, reader));
}

/** Those of these titles, in this order. */
export function titlesIn(titles: readonly LibraryTitle[], ids: readonly string[]): LibraryTitle[] {
  return ids.flatMap((id) => titles.find((title) => title.npCommunicationId === id) ?? []);
}

/** The played games of the last months that are not matched yet: what is picked for a start depends on them. */
export function decidingRequests({
  unmatched,
  failed,
  now,
}: Pick<PlanInput, 'unmatched' | 'failed' | 'now'>): SyncRequest[] {
  return untried(
    matches(
      unmatched.filter(({ lastPlayedAt }) => lastPlayedAt > now - RECENT_PLAY),
      now,
    ),
    failed,
  );
}

/**
 * What a title's trophies still need: what Sony says of it is compared with what each stored answer was asked for. One
 * that was short is asked for again after a while.
 */
export function requestsFor(title: LibraryTitle, now: number): SyncRequest[] {
  if (title.absence !== null) return [];
  const { fetched, npCommunicationId, npServiceName } = title;
  const definitions = definitionsKey(title);
  const set = { npCommunicationId, npServiceName };
  const { short = {} } = fetched;
  const earned = earnedKey(title);
  const isRefused = isLeftAlone(fetched.refusal, earned, now);
  const hasDefinitions = fetched.definitions === definitions && !isDueAgain(short.definitions, now);
  const hasEarned = fetched.earned === earned && !isDueAgain(short.earned, now);
  const asksGroups = lacksGroups(title) && !isLeftAlone(fetched.groupsRefusal, definitions, now);
  return [
    ...(hasDefinitions || isRefused ? [] : [{ kind: 'definitions' as const, ...set }]),
    ...(asksGroups ? [{ kind: 'groups' as const, ...set }] : []),
    ...(hasEarned || isRefused ? [] : [{ kind: 'earned' as const, ...set }]),
  ];
}

/** The same for a game that is opened: what is old, not for this reader, or lacks something, is asked for anew. */
export function requestsForOpened(title: LibraryTitle, reader: Reader): SyncRequest[] {
  if (title.absence !== null) return [];
  const requests = requestsFor(title, reader.now);
  const { npCommunicationId, npServiceName, fetched } = title;
  const { now } = reader;
  const isRested = isOlder(fetched.refusal?.at ?? null, AGAIN, now);
  const isToDefine = isRested && isToDefineAnew(title, reader);
  const anew = {
    definitions: isToDefine,
    groups: hasGroups(title) && isToNameAnew(title, isToDefine, reader),
    earned:
      isOlder(fetched.at, isRested && lacksDates(title) ? AGAIN : OLD, now) ||
      (isRested && fetched.earned !== earnedKey(title)),
  };
  // What the game cannot do without comes first.
  return [
    ...requests,
    ...(['definitions', 'groups', 'earned'] as const)
      .filter((kind) => anew[kind] && requests.every((request) => request.kind !== kind))
      .map((kind) => ({ kind, npCommunicationId, npServiceName })),
  ];
}

/** True where an earned trophy has no date, or no rarity: Sony may have left it out once. */
function lacksDates({ earned, tally }: LibraryTitle): boolean {
  if (tally === null || !GRADES.some((grade) => (earned[grade] ?? 0) > 0)) return false;
  return tally.lastEarnedAt === null || tally.lacksRate === true;
}

/** True where texts are missing, old, in another language than the reader's, or without all that belongs to them. */
function isToDefineAnew(title: LibraryTitle, reader: Reader): boolean {
  const { fetched } = title;
  const isMissed =
    fetched.incomplete.includes('definitions') && isOlder(fetched.definitionsAt, AGAIN, reader.now);
  const isThere = fetched.definitions === definitionsKey(title);
  return !isThere || isMissed || isOutdated(fetched, reader);
}

/** The same of its groups' names, which are as old as the texts, and in their language. */
function isToNameAnew(title: LibraryTitle, isToDefine: boolean, reader: Reader): boolean {
  const { groupsAt, groupsRefusal, incomplete } = title.fetched;
  if (!isOlder(groupsRefusal?.at ?? null, AGAIN, reader.now)) return false;
  const isMissed = incomplete.includes('groups') && isOlder(groupsAt, AGAIN, reader.now);
  return lacksGroups(title) || isMissed || (isToDefine && isOutdated(title.fetched, reader));
}

/** True where the names of its groups are those of another version, or not there at all. */
function lacksGroups(title: LibraryTitle): boolean {
  return hasGroups(title) && title.fetched.groups !== definitionsKey(title);
}

/** True where a title's texts are old, or in another language: the names of its add-ons are so too. */
export function isOutdated({ definitionsAt, language }: FetchedAnswers, reader: Reader): boolean {
  return language !== reader.language || isOlder(definitionsAt, OLD, reader.now);
}

/** An instant that lies ahead is of a clock that has been put right since. */
function isOlder(instant: number | null, age: number, now: number): boolean {
  return instant === null || instant > now || now - instant > age;
}

/** A name for a request, by which one that failed is known again. */
export function requestKey(request: SyncRequest): string {
  const what = request.kind === 'matching' ? request.npTitleIds.join() : request.npCommunicationId;
  return `${request.kind} ${what}`;
}

/** Those of a title's requests that were refused before for what it is now, or the others. */
function askedBefore(
  { title, requests }: { title: LibraryTitle; requests: readonly SyncRequest[] },
  wasRefused: boolean,
): SyncRequest[] {
  const { refusal, groupsRefusal } = title.fetched;
  const areTrophies = refusal?.of === earnedKey(title);
  const areGroups = groupsRefusal?.of === definitionsKey(title);
  return requests.filter(
    ({ kind }) => (kind === 'groups' ? areGroups : areTrophies) === wasRefused,
  );
}

/** How many requests it takes to find the trophy sets of so many played games. */
export function requestsToMatch(games: number): number {
  return Math.ceil(games / GAMES_A_MATCH);
}

/** Those that were refused before come last. */
function matches(games: readonly Unmatched[], now: number): SyncRequest[] {
  const asked = games.filter((game) => !isLeftAlone(game.refusal, matchingKey(game), now));
  const wasRefused = (game: Unmatched): boolean => game.refusal?.of === matchingKey(game);
  const ordered = [...asked.filter((game) => !wasRefused(game)), ...asked.filter(wasRefused)];
  const requests: SyncRequest[] = [];
  for (let at = 0; at < ordered.length; at += GAMES_A_MATCH) {
    const npTitleIds = ordered.slice(at, at + GAMES_A_MATCH).map(({ npTitleId }) => npTitleId);
    requests.push({ kind: 'matching', npTitleIds });
  }
  return requests;
}

/** Where games are asked for anyway and all of it finds room, those whose sets no list has are asked for once along. */
export function withDoubts(
  plan: SyncPlan,
  npTitleIds: string[],
  { budget, leftToPicks }: Pick<PlanInput, 'budget' | 'leftToPicks'>,
): SyncPlan {
  const isRoom = plan.later.length === 0 && plan.now.length < budget - leftByAhead(leftToPicks);
  if (!isRoom || npTitleIds.length === 0) return plan;
  return {
    ...plan,
    now: [...plan.now, { kind: 'matching', npTitleIds, isDoubt: true, isRest: true }],
  };
}

/** None that has failed already. */
function untried(requests: readonly SyncRequest[], failed: ReadonlySet<string>): SyncRequest[] {
  return requests.filter((request) => !failed.has(requestKey(request)));
}

/** What of these requests the budget has room for, in their order, each leaving so many: `Infinity` for none at all. */
export function withinBudget(
  budget: number,
  inOrder: readonly [requests: readonly SyncRequest[], leaves: number][],
): SyncPlan {
  const plan: SyncPlan = { now: [], later: [] };
  for (const [requests, leaves] of inOrder) {
    const room = leaves === Infinity ? 0 : Math.max(0, budget - leaves - plan.now.length);
    plan.now.push(...requests.slice(0, room));
    plan.later.push(...requests.slice(room));
  }
  return plan;
}
