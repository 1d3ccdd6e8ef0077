import type { TrophyAnnotation, TrophyType } from './trophy-annotation';

/** What the player has said of trophies, by their ids. */
export interface MarkedTrophies {
  pinned: ReadonlySet<number>;
  /** Not to be had any more. */
  unobtainable: ReadonlySet<number>;
  types: Record<TrophyType, ReadonlySet<number>>;
}

export function markedTrophies(annotations: readonly TrophyAnnotation[]): MarkedTrophies {
  const having = (isMarked: (annotation: TrophyAnnotation) => boolean): Set<number> =>
    new Set(annotations.filter(isMarked).map(({ trophyId }) => trophyId));
  const of = (type: TrophyType): Set<number> => having((annotation) => annotation[type]);
  return {
    pinned: having(({ pinned }) => pinned),
    unobtainable: having(({ unobtainable }) => unobtainable),
    types: { missable: of('missable'), online: of('online'), story: of('story') },
  };
}
