import type { Answer } from '../answer.ts';
import { empty } from '../answer.ts';
import { subjectOf } from '../picture-urls.ts';
import type { Call } from '../route.ts';
import type { World } from '../world.ts';
import { draw } from './draw.ts';

/** Any picture, drawn as SVG from what its address says. */
export function picture({ request }: Call, world: World): Answer {
  const subject = subjectOf(request.path);
  if (subject === null) return empty(404);
  return {
    status: 200,
    headers: [
      ['Content-Type', 'image/svg+xml'],
      ['Cache-Control', 'public, max-age=31536000'],
    ],
    body: draw(subject, world.accounts),
  };
}
