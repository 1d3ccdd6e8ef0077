import {
  furthestOnly,
  rememberedKeys,
  stacked,
  type EditionStack,
} from '../../utils/domain/library/editions';
import { sift, type PreparedTitle } from '../../utils/domain/library/library-filter';
import EditionLinks from '../title/EditionLinks.svelte';

/** What is shown, in stacks. How far a game is goes by its furthest edition, whether that is shown or not. */
function stacksOf(
  shown: readonly PreparedTitle[],
  all: readonly PreparedTitle[],
  asked: Parameters<typeof sift>[1],
  editionOf?: (name: string) => string,
): EditionStack[] {
  const stacks = stacked(shown, editionOf);
  if (asked.filters.percent.length === 0) return stacks;
  const filters = { ...asked.filters, percent: [] };
  return furthestOnly(stacks, sift(all, { ...asked, filters }).shown, editionOf);
}

const forms = { EditionLinks, rememberedKeys, stacksOf };
export type StackForms = typeof forms;
export default forms;
