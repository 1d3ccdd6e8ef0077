import { escaped } from '../psn/site-page.ts';

export interface Shot {
  /** A picture of the product. */
  png: Buffer;
  /** As wide as this, of the picture's pixels. */
  width: number;
  /** What stands below it. */
  caption: string;
  tone?: 'good' | 'soon' | 'urgent';
}

const STYLE = `
* { box-sizing: border-box; }
body { margin: 0; block-size: 100vh; overflow: hidden; display: grid; place-items: center; color: #eef1f7;
  background: #0b0e15 radial-gradient(70rem 40rem at 50% -12rem, #24407c, transparent) no-repeat; font: 24px/1.4 system-ui, sans-serif; }
main { display: flex; align-items: center; justify-content: center; gap: 64px; inline-size: 100%; padding: 40px 56px; }
figure { margin: 0; display: grid; gap: 20px; justify-items: center; text-align: center; }
figure img { display: block; border: 1px solid #3a4560; border-radius: 18px; box-shadow: 0 20px 60px #000a; }
figcaption { font-weight: 600; }
.good figcaption { color: #63d196; } .soon figcaption { color: #f2b650; } .urgent figcaption { color: #ff8f86; }
.window { flex: 1; min-inline-size: 0; border: 1px solid #3a4560; border-radius: 18px; overflow: hidden; background: #f7f8fb; color: #1b2333; box-shadow: 0 20px 60px #000a; }
.bar { display: flex; align-items: center; gap: 12px; padding: 16px 24px; background: #dde3ee; }
.bar i { inline-size: 16px; block-size: 16px; border-radius: 50%; background: #aab4c8; }
.bar b { flex: 1; padding: 8px 20px; border-radius: 24px; background: #fff; font-weight: 500; font-size: 22px; }
.page { min-block-size: 480px; padding: 40px 48px; }
.note { margin: 0; padding: 12px 24px; background: #fff3d6; color: #5c4200; font-size: 20px; }
.mark { outline: 5px solid #d9480f; outline-offset: 6px; border-radius: 8px; }
code .mark { outline: none; background: #ffcfa3; border-radius: 4px; }
code { font: 26px/1.7 ui-monospace, monospace; overflow-wrap: anywhere; }
h2 { margin: 0 0 24px; font-size: 34px; }
.row { display: flex; justify-content: space-between; align-items: center; padding: 22px 0; border-block-end: 1px solid #d5dbe7; }
.row span:not(.button) { color: #66708a; }
.button { padding: 12px 32px; border: 2px solid #1d56c4; border-radius: 32px; color: #1d56c4; font-weight: 600; }
ol { margin: 0; padding-inline-start: 1.4em; display: grid; gap: 14px; }
`;

/** A page of the size of a picture. `content` is markup. */
function picturePage(content: string): string {
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><style>${STYLE}</style></head><body><main>${content}</main></body></html>`;
}

function figure({ png, width, caption, tone }: Shot): string {
  const source = `data:image/png;base64,${png.toString('base64')}`;
  return `<figure class="${tone ?? ''}"><img src="${source}" width="${String(width)}" alt=""><figcaption>${escaped(caption)}</figcaption></figure>`;
}

/** Pictures of the product, side by side. */
export function sideBySide(shots: readonly Shot[]): string {
  return picturePage(shots.map(figure).join(''));
}

const DRAWING = 'A drawing by Trophy Shelf. Sony’s own page looks different, and changes.';

function drawnWindow(address: string, content: string): string {
  return (
    `<div class="window"><div class="bar"><i></i><i></i><i></i><b>${escaped(address)}</b></div>` +
    `<p class="note">${escaped(DRAWING)}</p><div class="page">${content}</div></div>`
  );
}

/** Where one logs out at Sony's, beside what the product shows meanwhile. */
export function logoutDrawing(beside: Shot): string {
  const rows = [
    ['Online ID', 'Night_Cabinet'],
    ['Sign-in ID', '••••••@••••••'],
    ['Security', 'Password, 2-step sign-in, passkey'],
  ];
  const account =
    '<h2>Account</h2>' +
    rows.map(([name, value]) => `<div class="row">${name}<span>${value}</span></div>`).join('') +
    '<div class="row">This browser<span class="button mark">Sign out</span></div>' +
    '<p>Then sign in again, in the same browser.</p>';
  return picturePage(drawnWindow('www.playstation.com/acct/management', account) + figure(beside));
}

/** What the page with the code answers. The code is made up. */
export function npssoDrawing(address: string): string {
  const token = 'MADEUPmadeup0123456789MADEUPmadeup0123456789MADEUPmadeup01234567';
  const answer =
    `<code>{"npsso":"<span class="mark">${token}</span>","expires_in":5183983}</code>` +
    '<ol style="margin-block-start: 56px"><li>The 64 characters between the quotation marks are the code. This one is made up.</li>' +
    '<li>The number is the seconds that the sign-in has left: 5,183,983 are 60 days.</li>' +
    '<li>The code is as powerful as your password. Show it to nobody.</li></ol>';
  return picturePage(drawnWindow(address, answer));
}
