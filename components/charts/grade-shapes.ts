import type { Grade } from '../../utils/domain/trophies/grades';

/** The shapes of the grades in a square of 16, as `theme.css` has them: a chart draws them itself, so that its picture has them too. */
export const GRADE_SHAPES: Record<Grade, string> = {
  bronze:
    'M8 .8a5.2 5.2 0 1 0 0 10.4A5.2 5.2 0 0 0 8 .8Zm0 3a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4ZM4.1 11.2 3 15.6l5-1.9 5 1.9-1.1-4.4A6.6 6.6 0 0 1 8 12.5a6.6 6.6 0 0 1-3.9-1.3Z',
  silver: 'M8 .8 14 3v4.9c0 3.7-2.5 6.2-6 7.5-3.5-1.3-6-3.8-6-7.5V3L8 .8Z',
  gold: 'M4.2 1h7.6v1.3h3v1.6c0 2.2-1.4 3.8-3.4 4A4.6 4.6 0 0 1 9 10v2.2h2.6V15H4.4v-2.8H7V10a4.6 4.6 0 0 1-2.4-2.1c-2-.2-3.4-1.8-3.4-4V2.3h3V1Zm0 2.8H2.8c0 1.2.5 2 1.4 2.4V3.8Zm7.6 0v2.4c.9-.4 1.4-1.2 1.4-2.4h-1.4Z',
  platinum: 'M4.6 1.4h6.8L15.2 6H.8l3.8-4.6ZM.9 7.2h14.2L8 15.4.9 7.2Z',
};
