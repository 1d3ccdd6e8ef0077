import { rememberedKeys, stacked } from '../../utils/domain/library/editions';
import OtherEditions from './OtherEditions.svelte';

const forms = { OtherEditions, rememberedKeys, stacked };
export type StackForms = typeof forms;
export default forms;
