import { beginToRead } from '../../utils/status/first-read';

// Before Svelte and all that is drawn with it is evaluated: by then it is on its way.
void beginToRead();
