import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Libraries } from './bench/libraries.ts';
import { readSnapshot } from './bench/connected-browser.ts';
import { isRunning } from './bench/trimmed-account.ts';
import { medianOf } from './bench/paired-ratio.ts';

const games = Number(process.argv[2] ?? 5000);
const syncing = process.argv[3] !== 'idle';
const libs = new Libraries();
const [lib] = await libs.in('chromium', [games]);
const { page, simulator, chromium, addressOf } = lib!;
simulator.control.setRateLimit(null);
if (process.env['SLOW']) for (const endpoint of ['trophyTitles', 'trophySummary', 'gamelist', 'titlesByNpTitleId', 'trophies', 'groups', 'earned', 'profile'] as const) simulator.control.inject({ endpoint, fault: { slow: 80 }, call: 'every' });
await page.addInitScript(() => addEventListener('keydown', (e) => (window as any).onKey?.(e), true));
await page.goto('about:blank');
await page.goto(addressOf('options.html#/library?sort=progress'));
await page.getByTestId('library-count').waitFor();
await page.locator('input[type="checkbox"][value="open"]').waitFor();
async function goOn() {
  if (!syncing || (await readSnapshot(page, isRunning))) return;
  await page.evaluate(() => chrome.storage.local.remove('dataRequests'));
  await chromium.worker.kill();
  await page.getByRole('button', { name: 'Sync now' }).click();
  while (!(await readSnapshot(page, isRunning))) await sleep(50);
  await sleep(1000);
}
function watchKey(): void {
  const shown = (): string => [document.querySelector('[data-testid="library-count"]')?.textContent, ...[...document.querySelectorAll<HTMLElement>('[data-item]')].map((row) => row.dataset['item'])].join();
  const before = shown();
  (window as any).painted = new Promise((resolve) => {
    (window as any).onKey = ({ timeStamp }: KeyboardEvent) => { (window as any).onKey = null;
      const handled = performance.now();
      performance.mark('key', { startTime: timeStamp });
      let frames = 0;
      const seek = (): void => {
        frames++;
        if (shown() === before) return void requestAnimationFrame(seek);
        const seen = performance.now();
        const after = new MessageChannel();
        after.port1.onmessage = () => { performance.mark('painted'); resolve([performance.now() - timeStamp, handled - timeStamp, seen - timeStamp, frames]); };
        after.port2.postMessage(null);
      };
      requestAnimationFrame(seek);
    };
  });
}
async function pressed(key: string) { await page.evaluate(watchKey); await page.keyboard.press(key); return page.evaluate(() => (window as any).painted) as Promise<number[]>; }
const ACT = { search: ['input[type="search"]', 'k', 'Escape'], sort: ['select', 'ArrowDown', 'ArrowUp'], filter: ['input[type="checkbox"][value="open"]', 'Space', 'Space'] } as const;
const times: Record<string, number[][]> = { search: [], sort: [], filter: [] };
const session = await page.context().browser()?.newBrowserCDPSession() ?? await page.context().newCDPSession(page);
const tracing = process.argv[4] === 'trace';
const events: unknown[] = [];
if (tracing) {
  session.on('Tracing.dataCollected', ({ value }: { value: unknown[] }) => events.push(...value));
  await goOn();
  await session.send('Tracing.start', { traceConfig: { includedCategories: ['devtools.timeline', 'toplevel', 'blink.user_timing', 'v8', 'blink', 'blink_style', 'blink.debug', 'disabled-by-default-blink.debug.layout', 'disabled-by-default-blink.debug', 'fonts', '__metadata'], recordMode: 'recordUntilFull' } as never });
}
for (let i = 0; i < Number(process.argv[5] ?? 12); i++) for (const [name, [place, key, back]] of Object.entries(ACT)) {
  await goOn();
  await page.focus(place);
  times[name]!.push(await pressed(key));
  await pressed(back);
  await sleep(100);
}
if (tracing) {
  const done = new Promise((r) => session.once('Tracing.tracingComplete', r));
  await session.send('Tracing.end');
  await done;
  writeFileSync('/tmp/wt/trace.json', JSON.stringify({ traceEvents: events }));
}
for (const [name, t] of Object.entries(times)) {
  const s = t.map((x) => x[0]!).sort((a, b) => a - b);
  console.log(name, 'median', medianOf(s).toFixed(0), '9/10', s[Math.floor(s.length * 0.9)]!.toFixed(0), 'handled', medianOf(t.map((x) => x[1]!)).toFixed(0), 'seen', medianOf(t.map((x) => x[2]!)).toFixed(0), 'frames', t.map((x) => x[3]).join(''), 'in order', t.map((x) => x[0]! > 85 ? x.slice(0, 3).map((y) => y.toFixed(0)).join('/') : x[0]!.toFixed(0)).join(' '));
}
await libs.close();
