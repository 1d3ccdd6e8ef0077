import { browser } from 'wxt/browser';

/** What the toolbar icon shows. An empty text is no badge. */
export interface ToolbarBadge {
  text: string;
  /** CSS colours of the badge and of its text. */
  colour: string;
  textColour: string;
  /** What a pointer or a screen reader is told. */
  title: string;
}

export async function showBadge({ text, colour, textColour, title }: ToolbarBadge): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ text }),
    browser.action.setBadgeBackgroundColor({ color: colour }),
    browser.action.setBadgeTextColor({ color: textColour }),
    browser.action.setTitle({ title }),
  ]);
}
