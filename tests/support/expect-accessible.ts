import axe from 'axe-core';
import { expect } from 'vitest';
import '@/components/basics/theme.css';
import '@/components/basics/base.css';

/** A part of a page is no page: it needs no landmarks and no first heading of its own. */
const OF_WHOLE_PAGES = { region: { enabled: false }, 'page-has-heading-one': { enabled: false } };
/** By day nothing differs but colours. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];
const RULES = {
  dark: { rules: OF_WHOLE_PAGES },
  light: { runOnly: OF_COLOURS },
};

/** What axe finds wrong with the page, by night and by day. */
export async function expectAccessible(): Promise<void> {
  for (const [scheme, rules] of Object.entries(RULES)) {
    document.documentElement.style.colorScheme = scheme;
    // Colours on their way from one theme to the other belong to neither.
    document.documentElement.style.setProperty('--quick', '0ms');
    const { violations } = await axe.run(document.body, { ...rules, resultTypes: ['violations'] });
    const found = violations.map(({ id, nodes }) => `${scheme}: ${id}: ${nodes[0]?.html ?? ''}`);
    expect(found).toEqual([]);
  }
}
