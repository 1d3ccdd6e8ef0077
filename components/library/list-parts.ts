import ColumnHeads from './ColumnHeads.svelte';
import ColumnsButton from './ColumnsButton.svelte';
import TitleLine from './TitleLine.svelte';
import TitleRow from './TitleRow.svelte';

const parts = { ColumnHeads, ColumnsButton, TitleLine, TitleRow };
export type ListParts = typeof parts;
export default parts;
