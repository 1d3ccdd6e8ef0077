import type { Zone } from '../../domain/connection/token-life';
import type { GuideText } from './text-pieces';

/** One thing that the guide tells: a step, or the answer to a question. */
export interface GuideEntry {
  /** Its address in the guide: links lead there, so it stays what it is. */
  anchor: string;
  title: string;
  paragraphs: readonly GuideText[];
  /** Made by `npm run pictures`. */
  picture?: { file: string; alternative: string };
  list?: readonly GuideText[];
  /** What to do in each colour of the countdown. */
  zones?: Readonly<Record<Zone, GuideText>>;
  /** What stands below the list, or the colours. */
  after?: readonly GuideText[];
}

export interface GuideSection {
  anchor: string;
  title: string;
  /** Its entries follow each other. */
  isNumbered?: boolean;
  entries: readonly GuideEntry[];
}

/** A text as the catalogue has it, with what is named in it as it is called elsewhere. */
type Said<Named, Text> = Text | ((named: Named) => Text);

/** An entry as the catalogue has it. */
export interface EntryWords<Named> {
  readonly title: Said<Named, string>;
  readonly alternative?: string;
  readonly paragraphs: readonly Said<Named, GuideText>[];
  readonly list?: readonly Said<Named, GuideText>[];
  readonly zones?: Readonly<Record<Zone, Said<Named, GuideText>>>;
  readonly after?: readonly Said<Named, GuideText>[];
}

/** An entry with its names filled in. */
export function entryOf<Named>(
  anchor: string,
  { title, paragraphs, list, zones, after }: EntryWords<Named>,
  named: Named,
): GuideEntry {
  const told = <Text extends GuideText>(said: Said<Named, Text>): Text =>
    typeof said === 'function' ? said(named) : said;
  return {
    anchor,
    title: told(title),
    paragraphs: paragraphs.map((said) => told(said)),
    ...(list && { list: list.map((said) => told(said)) }),
    ...(zones && {
      zones: {
        green: told(zones.green),
        amber: told(zones.amber),
        red: told(zones.red),
        expired: told(zones.expired),
      },
    }),
    ...(after && { after: after.map((said) => told(said)) }),
  };
}
