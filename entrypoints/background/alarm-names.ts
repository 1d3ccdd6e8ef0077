/** The alarms. What each resumes is in `wake-ups.ts`. */
export const ALARMS = {
  /** Anything of the connection that is unfinished: connecting, waiting, disconnecting, erasing. */
  connection: 'connection',
  sync: 'sync',
  dailySync: 'daily-sync',
  renewal: 'renewal',
  tokenLife: 'token-life',
  /** A copy that is being restored, or the day after which there is no way back. */
  restore: 'restore',
  /** Words for the player's other computers, a minute after the last. */
  roaming: 'roaming',
  /** A copy that is wanted and not on the disk yet. */
  copies: 'copies',
} as const;

/** What an earlier build called the first of them. */
export const OLD_ALARM = 'connecting';
