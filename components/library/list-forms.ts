import ColumnHeads from './ColumnHeads.svelte';
import ColumnsButton from './ColumnsButton.svelte';
import { fittingColumns, tracksOf } from './fitting-columns';
import { RowsInSight } from './rows-in-sight';
import TitleLine from './TitleLine.svelte';
import TitleRow from './TitleRow.svelte';

const forms = {
  ...{ ColumnHeads, ColumnsButton, TitleLine, TitleRow },
  ...{ RowsInSight, fittingColumns, tracksOf },
};
export type ListForms = typeof forms;
export default forms;
