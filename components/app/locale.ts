import { readerLocale } from '../../utils/format/locale';

/**
 * How this reader's dates and numbers look. The browser does not change it while a page is open; their time zone may
 * change: what shows an instant takes it from `time-zone.svelte.ts`.
 */
export const locale = readerLocale();
