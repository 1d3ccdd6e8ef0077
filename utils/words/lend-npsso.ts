import { lending } from './en/settings.json';

export {
  lendTitle as LEND_TITLE,
  lendIntro as LEND_INTRO,
  copyNpsso as COPY_NPSSO,
  lendQuestion as LEND_QUESTION,
  lendRisks as LEND_RISKS,
  copyIt as COPY,
} from './en/settings.json';

export type Lending = 'copied' | 'cleared' | 'left' | 'refused';

/** What became of the copy. */
export const LENDING: Record<Lending, string> = lending;
