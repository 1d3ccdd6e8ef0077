import ActiveFilters from './ActiveFilters.svelte';
import FilterPanel from './FilterPanel.svelte';
import FilterSheet from './FilterSheet.svelte';

export default { ActiveFilters, FilterPanel, FilterSheet };
