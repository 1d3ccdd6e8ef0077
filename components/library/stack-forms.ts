import { countsOfStacks, stacksOf } from '../../utils/domain/library/edition-stacks';
import { rememberedKeys } from '../../utils/domain/library/editions';
import EditionLinks from '../title/EditionLinks.svelte';

const forms = { EditionLinks, countsOfStacks, rememberedKeys, stacksOf };
export type StackForms = typeof forms;
export default forms;
