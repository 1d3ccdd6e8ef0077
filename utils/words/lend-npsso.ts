export const LEND_TITLE = 'For other apps';
export const LEND_INTRO =
  'Some apps ask you for the NPSSO of your sign-in. Trophy Shelf can read it once and put it in your clipboard. It keeps nothing of it.';
export const COPY_NPSSO = 'Copy NPSSO for another app';

export const LEND_QUESTION = 'Copy your NPSSO?';
export const LEND_RISKS = [
  'It is as powerful as your password: whoever has it can act as you until the sign-in ends.',
  'Give it only to an app that you trust, and never to a person.',
  'Other programs on this computer can read the clipboard.',
] as const;
export const COPY = 'Copy it';

export type Lending = 'copied' | 'cleared' | 'left' | 'refused';

/** What became of the copy. */
export const LENDING: Record<Lending, string> = {
  copied:
    'Copied. If this page is still in front in a minute, it empties the clipboard, whatever is in it then.',
  cleared: 'The clipboard is empty again.',
  left: 'The clipboard could not be emptied, because this page was not in front. Copy something else to replace it.',
  refused: 'The browser did not let us copy it. Please try again.',
};
