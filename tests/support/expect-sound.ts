import axe from 'axe-core';
import { expect } from 'vitest';
import { NOT_DRAWN } from '@/utils/words/not-drawn';

/** What no page may say, whatever is stored. */
const NONSENSE = [
  /\b(?:NaN|undefined|null|Infinity|Invalid Date)\b|∞|\[object/,
  /\b19[67]\d\b|\b1 Jan 1\b|\bJan(?:uary)? 1, 1\b|5\d years ago/,
  // A percent, a count or a date below nothing.
  /(?:^|[\s(/])[-−]\d/,
  // More than anybody has of anything.
  /\d{3},\d{3},\d{3},\d{3}|\d{13}/,
];
const SPOKEN = ['title', 'aria-label', 'aria-valuetext', 'datetime', 'placeholder'];

/** Nothing that the page says is nonsense, or could not be drawn, and no foreign host is asked for a picture. */
export function expectSense(): void {
  const elements = [...document.body.querySelectorAll('*:not(script, style)')];
  const said = [
    document.title,
    ...elements.flatMap((element) => [
      ...SPOKEN.flatMap((name) => element.getAttribute(name) ?? []),
      ...[...element.childNodes].flatMap((node) => (node instanceof Text ? node.data : [])),
    ]),
  ];
  expect.soft(said.filter((each) => NONSENSE.some((nonsense) => nonsense.test(each)))).toEqual([]);
  expect.soft(said.filter((each) => each.includes(NOT_DRAWN))).toEqual([]);
  const alerts = elements.filter((element) => element.getAttribute('role') === 'alert');
  expect.soft(alerts.map(({ textContent }) => textContent)).toEqual([]);
  const hosts = elements.flatMap((element) =>
    element instanceof HTMLImageElement ? new URL(element.src).host : [],
  );
  const isForeign = (host: string) =>
    host !== location.host && !/\.playstation\.(?:com|net)$/.test(host);
  expect.soft(hosts.filter(isForeign)).toEqual([]);
}

/** Whatever can be pressed, filled in or jumped to has a name. */
export async function expectNames(): Promise<void> {
  const { violations } = await axe.run(document.body, {
    runOnly: ['button-name', 'link-name', 'empty-heading', 'label', 'select-name'],
  });
  expect.soft(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
}
