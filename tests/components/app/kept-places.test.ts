import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { rememberPlaces } from '@/components/app/kept-places';

let main: HTMLElement;
let end = (): void => undefined;

/** Draws another page, as high as this, at its top. */
function draw(height: number, html = ''): void {
  main.style.blockSize = `${String(height)}px`;
  main.innerHTML = `<h1>Page</h1>${html}`;
  window.scrollTo(0, 0);
}

const SECTIONS = `
  <section><h2>First</h2><a href="#/log?day=1">Monday</a><a href="#/log?day=2">Tuesday</a></section>
  <section><h2>Second</h2><a href="#/log?day=1">Monday</a></section>`;

beforeEach(async () => {
  await page.viewport(600, 500);
  document.body.replaceChildren();
  main = document.body.appendChild(document.createElement('main'));
  history.replaceState(null, '', '#/statistics');
  draw(3_000, SECTIONS);
  end = rememberPlaces();
});

afterEach(() => {
  end();
  document.body.replaceChildren();
});

async function scrollTo(top: number): Promise<void> {
  const scrolled = new Promise((resolve) => addEventListener('scroll', resolve, { once: true }));
  window.scrollTo(0, top);
  await scrolled;
}

/** Goes to another address, and draws what stands there. */
async function go(way: () => void, drawn: () => void): Promise<void> {
  const arrived = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
  addEventListener('hashchange', drawn, { once: true, capture: true });
  way();
  await arrived;
  await frame();
}

function frame(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

const follow = (): void => void (location.hash = '#/log?day=1');
const back = (): void => history.back();

function links(): HTMLAnchorElement[] {
  return [...main.querySelectorAll('a')];
}

test('Back leads to the same place, and to the link that was followed, of equal ones to this', async () => {
  await scrollTo(700);
  links()[2]?.focus({ preventScroll: true });
  await go(follow, () => draw(2_000));
  expect(window.scrollY).toBe(0);
  await scrollTo(400);

  await go(back, () => draw(3_000, SECTIONS));
  expect([window.scrollY, document.activeElement]).toEqual([700, links()[2]]);
  await go(
    () => history.forward(),
    () => draw(2_000),
  );
  expect(window.scrollY).toBe(400);
});

test('a page that is opened anew begins at its top, the same address too', async () => {
  await scrollTo(700);
  links()[0]?.focus({ preventScroll: true });
  await go(follow, () => draw(2_000));
  await go(
    () => void (location.hash = '#/statistics'),
    () => draw(3_000, SECTIONS),
  );
  expect([window.scrollY, document.activeElement]).toEqual([0, document.body]);
});

test('what is drawn late is waited for', async () => {
  await scrollTo(700);
  links()[1]?.focus({ preventScroll: true });
  await go(follow, () => draw(2_000));
  await go(back, () => draw(500));
  expect(window.scrollY).toBe(0);

  draw(3_000, '<section><h2>Second</h2><a href="#/log?day=1">Monday</a></section>');
  await expect.poll(() => window.scrollY).toBe(700);
  expect(document.activeElement).toBe(document.body);
  main.innerHTML = SECTIONS;
  await expect.poll(() => document.activeElement).toBe(links()[1]);
});

test('what is not there leads to the heading that it stood under, until it comes', async () => {
  await scrollTo(700);
  links()[1]?.focus({ preventScroll: true });
  await go(follow, () => draw(2_000));
  await go(back, () => draw(3_000, '<section><h2>First</h2></section>'));

  await expect.poll(() => document.activeElement).toBe(main.querySelector('h2'));
  expect(window.scrollY).toBe(700);
  main.innerHTML = SECTIONS;
  await expect.poll(() => document.activeElement).toBe(links()[1]);
});

test('a player who goes on by themselves is not led anywhere', async () => {
  await scrollTo(700);
  links()[1]?.focus({ preventScroll: true });
  await go(follow, () => draw(2_000));
  await go(back, () => draw(500));
  await userEvent.keyboard('{Shift}');

  draw(3_000, SECTIONS);
  await frame();
  expect([window.scrollY, document.activeElement]).toEqual([0, document.body]);
});

test('the library leads to its own place', async () => {
  const library = (): void => draw(3_000, SECTIONS);
  await go(() => void (location.hash = '#/library'), library);
  links()[0]?.focus({ preventScroll: true });
  await go(follow, () => draw(2_000));
  await go(back, library);
  expect(document.activeElement).toBe(document.body);
});
