import type { Grade } from '../../utils/domain/trophies/grades';

/** What is said of a chart around it. Whole sentences, in the player's words. */
export interface FigureWords {
  title: string;
  /** What it counts, in one sentence. */
  counts: string;
  /** What it comes to: span, total and extreme, for example `2026: 412 trophies so far, most in March (91).` */
  summary?: string | undefined;
  /** In which zone its days are, where it has days: `Days are Europe/Berlin`. */
  zone?: string | undefined;
  /** What is missing in it, where something is: `31,002 of 38,255 trophies have dates here.` */
  coverage?: string | undefined;
  /** Stands in its place where there is nothing to draw. */
  empty: string;
}

/** The colour of what has no grade. */
export type ChartTone = 'accent' | 'good' | 'quiet' | 'edge' | 'soon';

/** What belongs together in a chart: a grade in its own hue and shape, or something else in a tone. */
export interface ChartSeries {
  id: string;
  name: string;
  grade?: Grade;
  tone?: ChartTone;
}

/** An entry of a chart's legend: how it is drawn, and what that is. */
export interface LegendEntry {
  name: string;
  grade?: Grade | undefined;
  tone?: ChartTone | undefined;
  /** The path of its sign in a square of 16; without it and a grade a plain square. */
  sign?: string | undefined;
  /** 0 to 5: a step of a heat map. */
  step?: number | undefined;
  outlined?: boolean | undefined;
}

/** A chart in rows: whatever is drawn stands here too, and more. */
export interface ChartTableData {
  /** The first is that of the names. */
  heads: readonly string[];
  rows: readonly ChartTableRow[];
}

export interface ChartTableRow {
  id: string;
  /** The first is the row's name. */
  cells: readonly string[];
  /** Of the whole row; where its cells after the first lead to several places, `hrefs` says so of each. */
  href?: string | undefined;
  hrefs?: readonly (string | undefined)[] | undefined;
}
