import {
  furthestOnly,
  inOrderOf,
  rememberedKeys,
  stacked,
  type EditionStack,
} from '../../utils/domain/library/editions';
import type { Sort } from '../../utils/domain/library/library-view';
import { sift, type PreparedTitle } from '../../utils/domain/library/library-filter';
import EditionLinks from '../title/EditionLinks.svelte';

/**
 * What is shown, in stacks: each where the edition stands that it shows. A game was played when one of its editions
 * was; how far it is goes by its furthest edition, whether that is shown or not.
 */
function stacksOf(
  shown: readonly PreparedTitle[],
  all: readonly PreparedTitle[],
  { sort, ...asked }: Parameters<typeof sift>[1] & { sort: Sort },
  editionOf?: (name: string) => string,
): EditionStack[] {
  const stacks = inOrderOf(shown, stacked(shown, editionOf), sort === 'played');
  if (asked.filters.percent.length === 0) return stacks;
  const filters = { ...asked.filters, percent: [] };
  return furthestOnly(stacks, sift(all, { ...asked, filters }).shown, editionOf);
}

const forms = { EditionLinks, rememberedKeys, stacksOf };
export type StackForms = typeof forms;
export default forms;
