import { typesIn, type TrophyAnnotation } from '../domain/trophies/trophy-annotation';
import type { ExportedGame } from './library-to-export';

/** What the player said of trophies that are not here, in their order: not fetched yet, or not in the set any more. */
export function annotationsAlone({
  set,
  annotations,
}: Pick<ExportedGame, 'set' | 'annotations'>): TrophyAnnotation[] {
  const here = new Set(set?.trophies.map(({ trophyId }) => trophyId));
  return annotations
    .filter((each) => !here.has(each.trophyId) && saysSomething(each))
    .sort((one, other) => one.trophyId - other.trophyId);
}

export function saysSomething(annotation: TrophyAnnotation): boolean {
  const { note, pinned, unobtainable } = annotation;
  return note !== '' || pinned || unobtainable || typesIn(annotation).length > 0;
}
