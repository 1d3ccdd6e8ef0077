import { platform } from 'node:process';

/** Whether there is a screen to open a window on. */
export function hasDisplay(): boolean {
  if (platform === 'darwin' || platform === 'win32') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}
