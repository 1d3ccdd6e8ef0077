import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { madeUpPictures } from './made-up-pictures.ts';

const PUBLIC = fileURLToPath(new URL('../../public', import.meta.url));

/** `npm run pictures:made-up`: the pictures of the library that is made up. */
rmSync(`${PUBLIC}/made-up`, { recursive: true, force: true });
mkdirSync(`${PUBLIC}/made-up`);
for (const [path, markup] of madeUpPictures()) writeFileSync(PUBLIC + path, `${markup}\n`);
