export const RENEWAL = 'Renew by itself while I am signed in at PlayStation';
export const RENEWAL_HINT =
  'Looks at your sign-in about once a day and trades it for more time. Nothing of the sign-in is kept.';

export const WARN = 'Warn me before it ends';
export const WARN_HINT =
  'Shows a notification with 14 days left, with 2 days left, and at the end.';
export const WARN_REFUSED =
  'The browser does not let Trophy Shelf show notifications, so there will be no warning. The icon in the toolbar still counts the days.';
