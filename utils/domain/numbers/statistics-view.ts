import { SESSION_GAPS, USUAL_GAP, type SessionGap } from './play-sessions';
import type { LeftOut } from './titles-to-count';

/** How the statistics are looked at. All of it stands in the address of their page. */
export interface StatisticsView extends LeftOut {
  /** So many hours without a trophy end a session. */
  sessionGap: SessionGap;
}

/** What an address asks for; what it does not know it leaves out. */
export function statisticsViewOf(query: string): StatisticsView {
  const asked = new URLSearchParams(query);
  return {
    hidden: asked.get('hidden') === 'out',
    otherEditions: asked.get('editions') === 'best',
    sessionGap: SESSION_GAPS.find((gap) => String(gap) === asked.get('gap')) ?? USUAL_GAP,
  };
}

/** The query of an address that asks for these, without what is so anyway. */
export function statisticsQueryOf({ hidden, otherEditions, sessionGap }: StatisticsView): string {
  const asked = new URLSearchParams();
  if (hidden) asked.set('hidden', 'out');
  if (otherEditions) asked.set('editions', 'best');
  if (sessionGap !== USUAL_GAP) asked.set('gap', String(sessionGap));
  return asked.toString();
}
