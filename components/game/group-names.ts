import type { TrophySection } from '../../utils/domain/trophies/trophy-list';
import { BASE_GROUP } from '../../utils/domain/trophies/trophy-set';
import { addOn, BASE_GAME, GROUP_UNKNOWN } from '../../utils/words/trophy-list';

/** What a group goes by on the page. */
export function idOfGroup({ groupId }: TrophySection): string {
  return groupId ?? '';
}

export function sectionName({ groupId, group, number }: TrophySection, locale: string): string {
  if (groupId === BASE_GROUP) return BASE_GAME;
  if (groupId === null) return GROUP_UNKNOWN;
  // Sony leaves the name out here and there.
  return group?.name || addOn(number, locale);
}
