/** The alarms. What each resumes is in `wake-ups.ts`. */
export const ALARMS = {
  connecting: 'connecting',
  sync: 'sync',
  dailySync: 'daily-sync',
  renewal: 'renewal',
  tokenLife: 'token-life',
} as const;
