import { readerLocale } from '../../utils/format/locale';

/** How this reader's dates and numbers look. The browser does not change it while a page is open. */
export const locale = readerLocale();
