import { openPlayer, connectPlayer } from './pictures/player-browser.ts';
await using started = new AsyncDisposableStack();
const p = await openPlayer(started, { account: 'hunter', days: 60 });
const popup = await connectPlayer(p); await popup.close();
const page = await p.chromium.openOptions('#/library?show=all&layout=list');
for (const [w, h] of [[1280, 800], [400, 800], [1920, 1080]] as const) {
  await page.setViewportSize({ width: w, height: h });
  await page.waitForTimeout(2000);
  await page.screenshot({ path: `/tmp/wt/shots/list-${w}.png` });
}
console.log(page.url());
