/** Everything that can be named in a fault or found in the log. */
export const ENDPOINTS = [
  'signin',
  'signinPage',
  'sitePages',
  'ssocookie',
  'authorize',
  'token',
  'trophyTitles',
  'trophies',
  'earned',
  'groups',
  'earnedGroups',
  'trophySummary',
  'titlesByNpTitleId',
  'gamelist',
  'purchased',
  'recentlyPlayed',
  'profile',
  'profile2',
  'presence',
  'devices',
  'images',
  'preflight',
  'unknown',
] as const;

export type Endpoint = (typeof ENDPOINTS)[number];
