/** Names that break careless software: marks, scripts, markup, spreadsheet formulas, lengths. */
export const UNUSUAL_NAMES = [
  'Amber Aviary™',
  'COBALT CIRCUIT® 2',
  '灯台守の夏',
  '星屑列車 ～銀の切符～',
  '고요한 등대',
  '静海奇谭',
  'مدينة المرايا',
  'מגדל השעון',
  'Puffin Post 🐧📮',
  '👩‍🚀 Orbit Gardeners',
  '<b>Bold</b> & "Brave" \'Bots\'',
  '<script>alert("trophy")</script>',
  '=Sum Of All Towers',
  '+1 Lantern',
  '-Zero Degrees-',
  '@ Home With The Wrens',
  'Ærø: Ångström’s Øde Ø',
  'Žluťoučký Kůň III',
  'Zalg̷o̴ Station',
  'Two  Spaces,\u00a0One No-Break',
  'Comma, Separated; "Values"',
  'LOWER&amp;UPPER',
  `The Very Long Voyage of Captain Marigold Thistlewood and Her Crew of Reluctant Cartographers Beyond the Edge of Every Map Ever Drawn, Including the One Her Grandmother Kept in a Biscuit Tin Under the Stairs!!`.slice(
    0,
    200,
  ),
  'W'.repeat(200),
  'Q',
  'null',
  '007',
] as const;

/** The few that a casual player's shelf holds, so that even small pictures show them. */
export const MILD_UNUSUAL_NAMES = [
  'Amber Aviary™',
  '灯台守の夏',
  'COBALT CIRCUIT® 2',
  'مدينة المرايا',
] as const;
