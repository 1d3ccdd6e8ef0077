import type { GameCategory, PlayedGame } from './accounts/played-game.ts';
import type { TrophySet } from './accounts/trophy-set.ts';
import { inLanguage } from './language.ts';
import { titleIconUrl } from './picture-urls.ts';
import { hashOf } from './random.ts';

/** What recorded answers have and a tidy simulator has not. All of it is off until a test or a human wants it. */
export interface RecordedForms {
  /** A line feed or a blank at the end, no-break and wide blanks inside: one name in five. */
  oddNames: boolean;
  /** Rows as of 2022 and 2023: `hasTrophyGroups`, and no `trophyGroupCount`. */
  noGroupCounts: boolean;
  /** All games and apps are filed as `unknown`, or apps as whatever else was seen. */
  categories: 'plain' | 'all-unknown' | 'apps-as-others';
  /** The two last groups of a set have one name and icon. */
  sameGroups: boolean;
  /** Also of the newer service icons end in `.PNG`. */
  upperCaseIcons: boolean;
}

export const PLAIN_FORMS: RecordedForms = {
  oddNames: false,
  noGroupCounts: false,
  categories: 'plain',
  sameGroups: false,
  upperCaseIcons: false,
};

/** Of one account in two languages 55 of 100 names and 32 icons differed, and nothing else. */
export function titleFields(
  set: TrophySet,
  language: string | null,
  forms: RecordedForms,
): Record<string, string> {
  const hash = hashOf(set.npCommunicationId);
  const translated = hash % 100 < 55 ? inLanguage(set.name, language) : set.name;
  const name = forms.oddNames ? oddName(translated, hash) : translated;
  const icon = titleIconUrl(set, hash % 100 < 32 ? language : null);
  return {
    trophyTitleName: name,
    ...(set.service === 'trophy' ? { trophyTitleDetail: name } : {}),
    trophyTitleIconUrl: forms.upperCaseIcons ? icon.replace(/\.png$/, '.PNG') : icon,
  };
}

function oddName(name: string, hash: number): string {
  const odd = [`${name}\n`, `${name} `, `${name}\u00a0`, name.replace(' ', '\u3000')];
  return odd[Math.floor(hash / 100) % 20] ?? name;
}

/** Whether there are groups is always said, how many of them is not. */
export function groupFields(set: TrophySet, forms: RecordedForms): Record<string, unknown> {
  return {
    hasTrophyGroups: set.groups.length > 1,
    ...(forms.noGroupCounts ? {} : { trophyGroupCount: set.groups.length }),
  };
}

const OTHERS = [
  'not_found',
  'web',
  'ps4_nongame_mini_app',
  'ps4_videoservice_web_app',
  'unknown',
] as const;

type ListedCategory = GameCategory | (typeof OTHERS)[number];

export function categoryOf(game: PlayedGame, { categories }: RecordedForms): ListedCategory {
  if (categories === 'all-unknown') return 'unknown';
  const isOther = categories === 'apps-as-others' && isApp(game);
  return isOther ? (OTHERS[hashOf(game.npTitleId) % OTHERS.length] ?? 'unknown') : game.category;
}

/** The better sign of an app than its category: it has no genres. */
export function isApp({ category }: PlayedGame): boolean {
  return category.endsWith('_media_app');
}
