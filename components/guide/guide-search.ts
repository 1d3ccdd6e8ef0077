import { folded } from '../../utils/domain/library/search-text';
import type { GuideEntry, GuideSection } from '../../utils/words/guide/entry';
import { textOf } from '../../utils/words/guide/entry-texts';

/** An entry, with its number where the entries of its section have one. */
interface NumberedEntry extends GuideEntry {
  number?: number;
}

export interface FoundSection extends GuideSection {
  entries: readonly NumberedEntry[];
}

/** The sections, with those of their entries that have every word of what was typed. */
export function searchGuide(sections: readonly GuideSection[], typed: string): FoundSection[] {
  const words = folded(typed).split(' ');
  const isFound = (entry: GuideEntry): boolean => {
    const text = folded(textOf(entry));
    return words.every((word) => text.includes(word));
  };
  return sections
    .map((section) => ({ ...section, entries: numbered(section).filter(isFound) }))
    .filter(({ entries }) => entries.length > 0);
}

function numbered({ entries, isNumbered = false }: GuideSection): readonly NumberedEntry[] {
  return isNumbered ? entries.map((entry, index) => ({ ...entry, number: index + 1 })) : entries;
}
