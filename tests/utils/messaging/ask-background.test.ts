import { expect, test, vi } from 'vitest';
import { askBackground, prepareToAsk } from '@/utils/messaging/ask-background';
import { messenger } from '@/utils/messaging/protocol';

test('what is asked leaves in the click: the page may be closed right after it', async () => {
  const send = vi.spyOn(messenger, 'sendMessage').mockResolvedValue({ ok: true, value: null });
  await prepareToAsk();
  const asked = askBackground('syncNow');

  expect(send).toHaveBeenCalledExactlyOnceWith('syncNow', null);
  expect(await asked).toStrictEqual({ ok: true, value: null });
  send.mockRestore();
});
