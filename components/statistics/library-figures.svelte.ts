import { isGivenUp } from '../../utils/domain/library/how-begun';
import { isGone, type LibraryTitle } from '../../utils/domain/library/title';
import { averageCompletion } from '../../utils/domain/numbers/average-completion';
import { civilDayAt, type ZoneTable } from '../../utils/domain/numbers/civil-time';
import { completedGames } from '../../utils/domain/numbers/completed-games';
import { completionSpectrum } from '../../utils/domain/numbers/completion-spectrum';
import type { DaySpan } from '../../utils/domain/numbers/day-spans';
import { earnedTotals } from '../../utils/domain/numbers/earned-totals';
import type { SetEarnings } from '../../utils/domain/numbers/earnings';
import { poppedPlaces } from '../../utils/domain/numbers/game-dates';
import { totalsByPlatform, unearnedTotals } from '../../utils/domain/numbers/grade-sums';
import { isAllDated, isWholeWithin } from '../../utils/domain/numbers/log-coverage';
import { hoursOfWeek } from '../../utils/domain/numbers/hours-of-week';
import { ratesOverTime } from '../../utils/domain/numbers/rates-over-time';
import { isWithoutPlaytime, mayLackPlaytime } from '../../utils/domain/numbers/played-hours';
import { rarestIn, ratesIn } from '../../utils/domain/numbers/logged-rates';
import { platinumShare } from '../../utils/domain/numbers/platinum-share';
import {
  estimatedTime,
  longestSessions,
  playSessions,
  type SessionGap,
  USUAL_GAP,
} from '../../utils/domain/numbers/play-sessions';
import { averageRarity, bandCounts } from '../../utils/domain/numbers/rarity-distribution';
import { sessionMonths } from '../../utils/domain/numbers/session-months';
import { daysLeftOutOf, streaksOf } from '../../utils/domain/numbers/streaks';
import type { NotToBeHad } from '../../utils/domain/numbers/not-to-be-had';
import { hiddenIn, titlesToCount, type LeftOut } from '../../utils/domain/numbers/titles-to-count';
import { yearsWithTrophies } from '../../utils/domain/numbers/trophies-over-time';
import { civilAtHand, coverageAtHand, daysAtHand, gamesAtHand, logAtHand } from '../log/at-hand';
import { titlesById } from '../log/titles-by-id';
import { platinumsEarned, platinumsNotIn, spansOfGames } from './game-charts';
import type { Uncounted } from './log-links';

export interface GivenOfFigures {
  titles: () => readonly LibraryTitle[];
  /** So many more cannot be read. */
  unreadable?: () => number;
  /** What was earned of each set; null until all of it is read. */
  earnings: () => readonly SetEarnings[] | null;
  /** It cannot be read, and is not awaited. */
  hasFailed?: () => boolean;
  /** What the player leaves out, where they can. */
  leftOut?: () => LeftOut;
  /** So many hours without a trophy end a session; four where they have no say. */
  sessionGap?: () => SessionGap;
  /** Missing trophies that they have marked as not to be had; null while it is read, or where it cannot be. */
  notToBeHad?: () => NotToBeHad | 'unreadable' | null;
  zone: () => ZoneTable;
  /** The civil day that it is. */
  today: () => number;
  /** The last of which it is known what was earned; today where that is not said. */
  until?: () => number;
}

const NOTHING_LEFT_OUT: LeftOut = { hidden: false, otherEditions: false };
const NONE: ReadonlySet<string> = new Set();
const NONE_MARKED: NotToBeHad = new Map();
const RAREST = 12;
const LONGEST = 5;
/** So many became rarer, and as many commoner, at the most. */
const CHANGED_RATES = 50;

/**
 * Every figure of the page, each computed once: when it is first drawn, and again only where what it is of has
 * changed. What needs the log is null until that is read.
 */
export class LibraryFigures {
  readonly #given: GivenOfFigures;
  /** Of which PlayStation has them still; what is gone is counted apart. */
  readonly #present = $derived.by(() => this.#given.titles().filter((title) => !isGone(title)));
  readonly gone = $derived.by(() => earnedTotals(this.#given.titles().filter(isGone)));
  /** Titles that are stored and cannot be read: nobody knows what they have. */
  readonly unreadable = $derived.by(() => this.#given.unreadable?.() ?? 0);
  readonly totals = $derived.by(() => {
    const sum = earnedTotals(this.#present);
    return { ...sum, unknown: sum.unknown + this.unreadable };
  });
  readonly platforms = $derived.by(() => totalsByPlatform(this.#present));
  readonly counted = $derived.by(() => this.#countedOf(this.#present));
  // Of the editions of a game the furthest that the figure is of, as the library has it behind the figure.
  readonly #keptOn = $derived.by(() => {
    const kept = this.#present.filter((title) => !isGivenUp(title));
    return kept.length === this.#present.length ? this.counted : this.#countedOf(kept);
  });
  readonly #withPlatinum = $derived.by(() =>
    this.#countedOf(this.#present.filter(({ defined }) => defined.platinum !== 0)),
  );
  /** PlayStation keeps it of none of the games. */
  readonly hasNoPlaytime = $derived.by(() => this.#given.titles().every(isWithoutPlaytime));
  readonly average = $derived.by(() => {
    const average = this.#averageOfRead;
    const { unreadable } = this;
    return {
      ...average,
      unknown: average.unknown + unreadable,
      pointsUnknown: average.pointsUnknown + unreadable,
    };
  });
  readonly #averageOfRead = $derived.by(() => {
    const marked = this.#given.notToBeHad?.() ?? NONE_MARKED;
    if (marked === 'unreadable') {
      return { ...averageCompletion(this.counted), withoutGivenUp: null };
    }
    const kept = this.#keptOn.map((title) => {
      const notToBeHad = marked.get(title.npCommunicationId);
      return notToBeHad === undefined ? title : { ...title, notToBeHad };
    });
    return averageCompletion(this.counted, kept);
  });
  /** The player has given up a game, or a trophy of one: their average has a second figure. */
  readonly hasGivenUp = $derived.by(() =>
    this.counted.some((title) => isGivenUp(title) || title.unobtainable !== undefined),
  );
  /** It is known of which trophies, or that nobody knows it. */
  readonly hasMarks = $derived.by(() => this.#given.notToBeHad?.() !== null);
  readonly completed = $derived.by(() => {
    const done = completedGames(this.counted);
    return { ...done, unknown: done.unknown + this.unreadable };
  });
  readonly unearned = $derived.by(() => unearnedTotals(this.counted));
  readonly platinumShare = $derived.by(() => {
    const share = platinumShare(this.#withPlatinum);
    return { ...share, unknown: share.unknown + this.unreadable };
  });
  readonly spectrum = $derived.by(() => {
    const spectrum = completionSpectrum(this.counted.map(({ progress }) => progress));
    return { ...spectrum, unknown: spectrum.unknown + this.unreadable };
  });
  readonly byId = $derived.by(() => titlesById(this.#given.titles()));
  readonly uncounted = $derived.by((): Uncounted => ({
    hasGone: this.gone.games > 0,
    hasOwnHidden: this.#present.some(({ hide }) => hide === true),
  }));

  readonly #hidden = $derived.by(() => hiddenIn(this.#given.titles()));
  /** Something is hidden, on PlayStation or by the player. */
  readonly hasHidden = $derived.by(() => this.#hidden.size > 0);
  /** The ids of sets that are left out of every figure with a date. */
  readonly leftOutOfLog = $derived.by(() =>
    (this.#given.leftOut?.().hidden ?? false) ? this.#hidden : NONE,
  );
  readonly log = $derived.by(() => {
    const [earnings, out] = [this.#given.earnings(), this.leftOutOfLog];
    if (earnings === null) return null;
    return logAtHand(
      out.size === 0 ? earnings : earnings.filter((set) => !out.has(set.npCommunicationId)),
    );
  });
  readonly civil = $derived.by(() =>
    this.log === null ? null : civilAtHand(this.log, this.#given.zone()),
  );
  /** Titles of which the log has the trophies, or is to have them. */
  readonly #logged = $derived.by(() => {
    const [titles, out] = [this.#given.titles(), this.leftOutOfLog];
    return out.size === 0 ? titles : titles.filter((title) => !out.has(title.npCommunicationId));
  });
  readonly coverage = $derived.by(() =>
    this.log === null
      ? null
      : coverageAtHand(this.log, this.#logged, this.#given.unreadable?.() ?? 0),
  );
  readonly days = $derived.by(() => {
    const [log, civil] = [this.log, this.civil];
    return log === null || civil === null ? null : daysAtHand(civil.day, log.grade);
  });
  readonly years = $derived.by(() =>
    this.days === null ? null : yearsWithTrophies(this.days, this.#until),
  );
  readonly #until = $derived.by(() => this.#given.until?.() ?? this.#given.today());
  /** The last day of which it is known what was earned; null where that is today. */
  readonly knownUntil = $derived.by(() => (this.#until < this.#given.today() ? this.#until : null));
  /** Nothing that needs the log is to come. */
  readonly hasFailed = $derived.by(() => this.#given.hasFailed?.() ?? false);
  readonly streaks = $derived.by(() =>
    this.days === null
      ? null
      : streaksOf(
          this.days.map(({ day }) => day),
          this.#until,
          this.isWhole,
          {
            leftOut: daysLeftOutOf(this.#given.zone()),
            since: this.#given.today() - this.#until,
          },
        ),
  );
  readonly hours = $derived.by(() =>
    this.civil === null ? null : hoursOfWeek(this.civil.day, this.civil.hour),
  );

  readonly bands = $derived.by(() => {
    const { log } = this;
    if (log === null) return null;
    return { now: bandCounts(ratesIn(log.rate)), then: bandCounts(ratesIn(log.then)) };
  });
  readonly averageRarity = $derived.by(() =>
    this.log === null ? null : averageRarity(ratesIn(this.log.rate)),
  );
  readonly rarest = $derived.by(() => (this.log === null ? null : rarestIn(this.log, RAREST)));

  readonly rates = $derived.by(() => {
    const { log, byId } = this;
    if (log === null) return null;
    const readAt = log.sets.map((set) => byId.get(set.npCommunicationId)?.fetched.at ?? null);
    return ratesOverTime(log, readAt, CHANGED_RATES);
  });

  readonly games = $derived.by(() => {
    const [log, civil] = [this.log, this.civil];
    return log === null || civil === null ? null : gamesAtHand(log, civil);
  });
  readonly #popped = $derived.by(() => (this.log === null ? null : poppedPlaces(this.log)));
  readonly spans = $derived.by(() => {
    const [zone, until] = [this.#given.zone(), this.#until];
    return this.games === null ? null : spansOfGames(this.games, this.byId, { zone, until });
  });
  readonly platinums = $derived.by(() => {
    const [log, civil, popped, games] = [this.log, this.civil, this.#popped, this.games];
    if (log === null || civil === null || popped === null || games === null) return null;
    return platinumsEarned(games, this.byId, { log, civil, popped });
  });
  /** Platinums by Sony's lists that the log does not have. */
  readonly platinumsMissing = $derived.by(() =>
    this.platinums === null ? 0 : platinumsNotIn(this.platinums, this.#logged),
  );
  readonly #sessions = $derived.by(() => {
    const [log, popped] = [this.log, this.#popped];
    if (log === null || popped === null) return null;
    const gap = this.#given.sessionGap?.() ?? USUAL_GAP;
    return playSessions(log.at, log.set, gap, (place) => popped[place] === 1);
  });
  readonly sessionMonths = $derived.by(() =>
    this.#sessions === null ? null : sessionMonths(this.#sessions, this.#given.zone()),
  );
  readonly longestSessions = $derived.by(() =>
    this.#sessions === null ? null : longestSessions(this.#sessions, LONGEST),
  );

  constructor(given: GivenOfFigures) {
    this.#given = given;
  }

  #countedOf(titles: readonly LibraryTitle[]): LibraryTitle[] {
    return titlesToCount(titles, this.#given.leftOut?.() ?? NOTHING_LEFT_OUT);
  }

  /** How long the sessions that began within some days may have been, in seconds. */
  estimatedSessions({ first, last }: DaySpan): number {
    const [zone, { log, byId }] = [this.#given.zone(), this];
    const began = (this.#sessions ?? []).filter((session) => {
      const day = civilDayAt(zone, session.first);
      return first <= day && day <= last;
    });
    return estimatedTime(began, (game) => {
      const title = byId.get(log?.sets[game]?.npCommunicationId ?? '');
      // Where the time of an edition, or of a console, is left out, it was played for longer than Sony says.
      if (title === undefined || title.isPlaytimePartial || mayLackPlaytime(title)) return null;
      return title.playSeconds;
    });
  }

  /** All that was earned has its date here. */
  get isWhole(): boolean {
    return isAllDated(this.coverage);
  }

  /** All that was earned on these days is here: no game that may have more of them is missing, and they were asked for. */
  isWholeWithin(span: DaySpan): boolean {
    const { log, coverage, byId: titles } = this;
    if (log === null || coverage === null) return false;
    const known = { until: this.#until, today: this.#given.today() };
    return isWholeWithin({ log, titles, coverage }, span, known);
  }
}
