/** Of one name there is one notification: a later one takes its place. The name says where a click leads. */
export const TOKEN_LIFE_NOTIFICATION = 'token-life';
/** Leads to where the one button is, or what is missing is said. */
export const SHORTFALL_NOTIFICATION = 'shortfall';

const OF_GAME = 'game-';

/**
 * The name of the notification of a sync: it leads to its game where it is about one, and else to the reports.
 * @param startedAt when the sync started
 */
export function nameOfNews(startedAt: number, npCommunicationIds: readonly string[]): string {
  const [only, ...others] = npCommunicationIds;
  return only === undefined || others.length > 0
    ? `news-${String(startedAt)}`
    : `${OF_GAME}${only}`;
}

/** The address in the options page that a click on a notification leads to. */
export function addressOfNotification(name: string): string {
  if (name === TOKEN_LIFE_NOTIFICATION) return '#/settings';
  if (name === SHORTFALL_NOTIFICATION) return '#/library';
  if (!name.startsWith(OF_GAME)) return '#/syncs';
  return `#/game/${encodeURIComponent(name.slice(OF_GAME.length))}`;
}
