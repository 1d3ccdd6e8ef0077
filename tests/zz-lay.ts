import { Libraries } from './bench/libraries.ts';
const libs = new Libraries();
const [lib] = await libs.in('chromium', [Number(process.argv[2] ?? 5000)]);
const { page, addressOf } = lib!;
await page.goto(addressOf('options.html#/library?sort=progress'));
await page.getByTestId('library-count').waitFor();
await page.locator('input[type="checkbox"][value="open"]').waitFor();
await page.waitForTimeout(1500);
const out = await page.evaluate(async () => {
  const time = (name: string, dirty: (i: number) => void) => {
    const t: number[] = [];
    for (let i = 0; i < 15; i++) { dirty(i); const s = performance.now(); void document.body.offsetHeight; t.push(performance.now() - s); }
    t.sort((a, b) => a - b);
    return `${name}: ${t[7]!.toFixed(2)}`;
  };
  const all = (q: string) => [...document.querySelectorAll<HTMLElement>(q)];
  const txt = (q: string) => (i: number) => all(q).forEach((e, n) => { const w = document.createTreeWalker(e, NodeFilter.SHOW_TEXT); const t = w.nextNode() as Text | null; if (t) t.data = `Game of ${(i * 7 + n) % 97} words`; });
  const num = (q: string) => (i: number) => all(q).forEach((e, n) => { const w = document.createTreeWalker(e, NodeFilter.SHOW_TEXT); const t = w.nextNode() as Text | null; if (t) t.data = `${(i * 7 + n) % 97}`; });
  const r = [];
  r.push('cards ' + all('.game-card').length + ' nodes ' + document.querySelectorAll('*').length);
  r.push(time('nothing', () => {}));
  r.push(time('one name', (i) => txt('.game-card:first-child > a.name')(i)));
  r.push(time('names', txt('.game-card > a.name')));
  r.push(time('facts', txt('.game-card > .facts')));
  r.push(time('progress', num('.game-card > .progress')));
  r.push(time('grades', num('.game-card > .grade')));
  r.push(time('all of cards', (i) => { txt('.game-card > a.name')(i); txt('.game-card > .facts')(i); num('.game-card > .progress')(i); num('.game-card > .grade')(i); }));
  r.push(time('count', num('[data-testid="library-count"]')));
  r.push(time('filters', num('fieldset label')));
  r.push(time('filters+cards', (i) => { num('fieldset label')(i); txt('.game-card > a.name')(i); txt('.game-card > .facts')(i); num('.game-card > .progress')(i); num('.game-card > .grade')(i); }));

  const both = (i: number) => { num('fieldset label')(i); txt('.game-card > a.name')(i); txt('.game-card > .facts')(i); num('.game-card > .progress')(i); num('.game-card > .grade')(i); };
  const pg = document.querySelector('.page') as HTMLElement, aside = pg.querySelector('aside') as HTMLElement, glance = pg.querySelector('.glance') as HTMLElement, list = pg.querySelector(':scope > .list') as HTMLElement, inner = document.querySelector('.list.grid') as HTMLElement;
  const tryIt = (name: string, el: HTMLElement | HTMLElement[], css: Partial<CSSStyleDeclaration>) => { const els = [el].flat(); const old = els.map((e) => e.style.cssText); els.forEach((e) => Object.assign(e.style, css)); void document.body.offsetHeight; r.push(time(name, both)); els.forEach((e, n) => (e.style.cssText = old[n]!)); void document.body.offsetHeight; };

  const clones = () => all('.game-card > *').forEach((e) => e.replaceWith(e.cloneNode(true)));
  const cloneBoth = (i: number) => { clones(); both(i); };
  const tryC = (name: string, el: HTMLElement | HTMLElement[], css: Partial<CSSStyleDeclaration>, what = clones as (i: number) => void) => { const els = [el].flat(); const old = els.map((e) => e.style.cssText); els.forEach((e) => Object.assign(e.style, css)); void document.body.offsetHeight; r.push(time(name, what)); els.forEach((e, n) => (e.style.cssText = old[n]!)); void document.body.offsetHeight; };
  const main = document.querySelector('main') as HTMLElement;
  for (let k = 0; k < 2; k++) {
  tryC('clones', pg, {});
  tryC('clones, inner not container', inner, { containerType: 'normal' });
  tryC('clones, main not container', main, { containerType: 'normal' });
  tryC('clones, main+inner not container', [main, inner], { containerType: 'normal' });
  tryC('clones, main+inner+aside none', [main, inner], { containerType: 'normal' });
  const frames = () => all('.game-card .frame');
  tryC('only frames', pg, {}, () => frames().forEach((e) => e.replaceWith(e.cloneNode(true))));
  tryC('only names', pg, {}, () => all('.game-card > a.name').forEach((e) => e.replaceWith(e.cloneNode(true))));
  tryC('only grades', pg, {}, () => all('.game-card > .grade').forEach((e) => e.replaceWith(e.cloneNode(true))));
  tryC('only facts', pg, {}, () => all('.game-card > .facts').forEach((e) => e.replaceWith(e.cloneNode(true))));
  tryC('only progress', pg, {}, () => all('.game-card > .progress').forEach((e) => e.replaceWith(e.cloneNode(true))));
  tryC('only imgs', pg, {}, () => all('.game-card img').forEach((e) => e.replaceWith(e.cloneNode(true))));
  tryC('imgs', pg, {}, both);
  }
  return r;
});
console.log(out.join('\n'));
await libs.close();
