/*
 * What sets and editions are called beside the name of the game, folded, in the languages that Sony's names come in.
 * As parts of patterns.
 */

export const CONSOLE = 'ps[345]|ps ?vita|playstation(?: ?[345]| ?vita)?';

/** What is before `Edition` where it is the same game. A remaster is another one. */
export const KINDS_BEFORE = [
  ...[
    'game of the (?:year|yorha)',
    'goty|g o t y',
    '(?:(?:super|digital) )?deluxe',
    'complete',
    'definitive',
  ],
  ...['ultimate', 'gold', 'platinum', 'premium', 'special', 'standard', 'legendary', 'legacy'],
  ...['(?:\\d+(?:st|nd|rd|th) )?anniversary', 'limited', 'collectors', 'enhanced', 'extended'],
  ...['digital', 'console', 'day one', 'launch', 'royal', 'hardcore', 'bonus', 'cross gen'],
  ...['digitale', 'komplette', 'vollstandige', 'ultimative', 'erweiterte', 'limitierte'],
  ...['jubilaums', 'sammler'],
].join('|');

/** `Edition` where its kind comes after it. */
export const EDITION_BEFORE = 'edition|edicion|edizione|edicao';

/** What is after it: `Édition Deluxe`, `Edición Juego del Año`. */
export const KINDS_AFTER = [
  ...['deluxe', 'gold', 'oro', 'or', 'ouro', 'platinum', 'premium', 'goty', 'standard', 'estandar'],
  ...['digitale?', 'numerique', 'complet[ae]', 'integral[ae]?', 'definitiv[ae]', 'ultime'],
  ...['special[ei]?', 'especial', 'limitee', 'limitad[ao]', 'limitata', 'collector'],
  ...['coleccionista', 'anniversaire', 'aniversario', 'anniversario', 'jeu de lannee'],
  ...['juego del ano', 'gioco dellanno', 'jogo do ano'],
].join('|');

/** What sets are called after the name. */
export const SETS = [
  ...['trophies', 'trophy(?: ?(?:set|list|pack|collection))?'],
  ...['trophaen(?: ?(?:set|liste|sammlung))?', 'trophees', 'trofeos', 'trofei', 'trofeus'],
  ...['trofeeen', 'trofeer', 'trofea', 'трофеи'],
].join('|');

/** The same where a particle may stand between, and no blank. */
export const SETS_JOINED = [
  ...['トロフィー(?:セット)?', '奖杯组?', '獎盃組?', '트로피(?: ?세트)?'],
].join('|');

/** What sets are called before the name: `Trofeos de Lantern Keepers`. */
export const SETS_BEFORE =
  '(?:(?:conjunto de|ensemble de|zestaw|набор) )?' +
  '(?:trophees|trofeos|trofei|trofeus|trofeow|трофеев|trophy (?:set|list) (?:for|of))' +
  '(?: (?:de|di|du|do|da|dos|des))?';

const LANGUAGE = 'english|chinese|korean|japanese|[a-z]+\\.? chinese';
/** A set of Asia's names its languages in brackets: `(English/Chinese Ver.)`, `(中英韩文版)`. */
export const LANGUAGES =
  `(?:${LANGUAGE})(?:(?:,|/| and|, and)? ?(?:${LANGUAGE}))* ver(?:\\.|sion)|` +
  '[中英日韓韩繁简簡体體文語语合국한영일중어]+[版판]';
