import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Cover from '@/components/title/Cover.svelte';

test('stands in with the initials while there is no picture', async () => {
  const { container, getByText } = await render(Cover, { name: 'Astro Bot', iconUrl: null });

  await expect.element(getByText('AB')).toBeVisible();
  expect(container.querySelector('img')).toBeNull();
});

test.each([
  'https://example.com/a.png',
  'https://image.api.playstation.com.example.com/a.png',
  'https://image.api.playstation.com@example.com/a.png',
  'https://image.api.playstation.com:8443/a.png',
  'data:image/png;base64,AAAA',
  'javascript:0',
])('asks no other host than those of Sony’s pictures: %s', async (iconUrl) => {
  const { container, getByText } = await render(Cover, { name: 'Astro Bot', iconUrl });

  await expect.element(getByText('AB')).toBeVisible();
  expect(container.querySelector('img')).toBeNull();
});

test('asks over https whatever was stored', async () => {
  const iconUrl = 'http://image.api.playstation.com/nothing.png';
  const { container } = await render(Cover, { name: 'Astro Bot', iconUrl });

  expect(container.querySelector('img')?.src).toBe('https://image.api.playstation.com/nothing.png');
});

test('asks late, and stands in where nothing comes', async () => {
  const iconUrl = 'https://image.api.playstation.com/nothing.png';
  const { container, getByText } = await render(Cover, { name: 'Astro Bot', iconUrl });

  const picture = container.querySelector('img');
  expect(picture?.loading).toBe('lazy');
  await expect.element(getByText('AB')).toBeVisible();
});
