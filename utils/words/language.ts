/** The language that all texts are in: dates and numbers follow it, and how they are read aloud. */
export const LANGUAGE: string = 'en';
