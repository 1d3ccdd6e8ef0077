/** Where everything is that the popup has no room for; its routes follow it. */
export const OPTIONS_PAGE = '/options.html';
