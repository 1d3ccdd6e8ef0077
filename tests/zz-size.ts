import { scriptsOfPage, weightOf } from './bench/built-scripts.ts';
const f = process.argv[2] ?? '.output/chrome-mv3';
for (const s of scriptsOfPage(f, 'popup.html')) console.log(s, weightOf(f, [s]));
console.log(weightOf(f, scriptsOfPage(f, 'popup.html')));
