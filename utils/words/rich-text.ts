/** A sentence of which some words are more than words, each by its tag. */
export type RichText<Tag extends string> = readonly (string | { tag: Tag; text: string })[];
