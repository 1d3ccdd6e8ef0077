import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Cover from '@/components/title/Cover.svelte';

test('stands in with the initials while there is no picture', async () => {
  const { container, getByText } = await render(Cover, { name: 'Astro Bot', iconUrl: null });

  await expect.element(getByText('AB')).toBeVisible();
  expect(container.querySelector('img')).toBeNull();
});

test.each(['http://image.api.playstation.com/a.png', 'data:image/png;base64,AAAA', 'javascript:0'])(
  'asks for nothing that is not https: %s',
  async (iconUrl) => {
    const { container } = await render(Cover, { name: 'Astro Bot', iconUrl });

    expect(container.querySelector('img')).toBeNull();
  },
);

test('asks late and without saying from where, and stands in where nothing comes', async () => {
  const iconUrl = 'https://localhost:1/nothing.png';
  const { container, getByText } = await render(Cover, { name: 'Astro Bot', iconUrl });

  const picture = container.querySelector('img');
  expect(picture?.loading).toBe('lazy');
  expect(picture?.referrerPolicy).toBe('no-referrer');
  await expect.element(getByText('AB')).toBeVisible();
});
