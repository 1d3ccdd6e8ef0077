import ColumnHeads from './ColumnHeads.svelte';
import ColumnsButton from './ColumnsButton.svelte';
import { fittingColumns, tracksOf } from './fitting-columns';
import TitleLine from './TitleLine.svelte';
import TitleRow from './TitleRow.svelte';

const forms = { ColumnHeads, ColumnsButton, TitleLine, TitleRow, fittingColumns, tracksOf };
export type ListForms = typeof forms;
export default forms;
