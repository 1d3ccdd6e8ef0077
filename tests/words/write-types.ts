import { writeTypesOf } from '../../words-plugin.ts';
import { cataloguesIn } from './catalogues.ts';

/** `npm run words`: writes the types beside each catalogue. */
for (const path of cataloguesIn('en').values()) writeTypesOf(path);
