import type { Control } from '../psn/simulator.ts';

/** How late each answer is, in milliseconds: Sony's take that long and longer. */
export const DELAY = 80;

const SLOW = ['trophyTitles', 'trophySummary', 'gamelist', 'titlesByNpTitleId'] as const;
const SLOW_TOO = ['trophies', 'groups', 'earned', 'profile'] as const;

export function answerLate(control: Control): void {
  for (const endpoint of [...SLOW, ...SLOW_TOO]) {
    control.inject({ endpoint, fault: { slow: DELAY }, call: 'every' });
  }
}
