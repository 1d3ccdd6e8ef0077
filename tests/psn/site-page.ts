/** Text for markup. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #0b1a33 radial-gradient(circle at 70% 10%, #1d4a8f, transparent 60%); color: #f2f6ff; }
main { width: min(34rem, calc(100vw - 6rem)); padding: 2rem; border-radius: 1rem; background: #ffffff14; box-shadow: 0 1rem 3rem #0006; }
h1 { margin: 0 0 .25rem; font-size: 1.4rem; }
p { margin: .25rem 0 1.25rem; color: #c4d2ec; }
form { margin: 0; display: grid; gap: .5rem; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); }
button { font: inherit; text-align: left; padding: .65rem 1rem; border: 1px solid #ffffff2e; border-radius: .6rem; background: #ffffff12; color: inherit; cursor: pointer; }
button:hover, button:focus-visible { background: #2f7df6; border-color: #2f7df6; }
a { color: #9cc3ff; }
small { color: #9fb2d4; }
`;

/** A plain page in the simulator's look. `content` is markup. */
export function sitePage(title: string, content: string): string {
  return (
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title>` +
    `<link rel="icon" href="data:,"><meta name="viewport" content="width=device-width"><style>${STYLE}</style></head>` +
    `<body><main><h1>${escaped(title)}</h1>${content}<small>Simulated PlayStation Network. Not connected to Sony.</small></main></body></html>`
  );
}
