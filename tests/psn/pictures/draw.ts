import type { Accounts } from '../accounts/accounts.ts';
import type { PictureSubject } from '../picture-urls.ts';
import { hashOf } from '../random.ts';

export function draw(subject: PictureSubject, accounts: Accounts): string {
  void accounts;
  const hue = hashOf(JSON.stringify(subject)) % 360;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512"><rect width="512" height="512" fill="hsl(${hue} 60% 45%)"/></svg>`;
}
