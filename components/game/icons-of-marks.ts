import BookOpen from '@lucide/svelte/icons/book-open';
import Hourglass from '@lucide/svelte/icons/hourglass';
import Wifi from '@lucide/svelte/icons/wifi';
import type { TrophyType } from '../../utils/domain/trophies/trophy-annotation';

export const TYPE_ICONS: Record<TrophyType, typeof Wifi> = {
  missable: Hourglass,
  online: Wifi,
  story: BookOpen,
};
