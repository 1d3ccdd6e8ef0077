import { furthestOnly, rememberedKeys, stacked } from '../../utils/domain/library/editions';
import EditionLinks from '../title/EditionLinks.svelte';

const forms = { EditionLinks, furthestOnly, rememberedKeys, stacked };
export type StackForms = typeof forms;
export default forms;
