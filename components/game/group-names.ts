import { groupIdsOf, type TrophySection } from '../../utils/domain/trophies/trophy-list';
import { BASE_GROUP, type TrophySet } from '../../utils/domain/trophies/trophy-set';
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

/** What a group is called on its game's page; one that is not there any more by Sony's word for it. */
export function nameOfGroup(groupId: string, set: TrophySet | null, locale: string): string {
  if (groupId === BASE_GROUP) return BASE_GAME;
  const number = set === null ? -1 : groupIdsOf(set, false).indexOf(groupId);
  const name = set?.groups.find((group) => group.groupId === groupId)?.name;
  return name || (number < 0 ? groupId : addOn(number, locale));
}
