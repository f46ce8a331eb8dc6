// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';

let ErrorBoundary: typeof import('./error-boundary').ErrorBoundary;

beforeAll(async () => {
  // What index.html and the preload put into every window.
  const launch = { language: 'zh-CN', appVersion: '1.2.3', runtime: 'Electron 45', settings: {} };
  document.body.innerHTML = `<script type="application/json" id="launch">${JSON.stringify(launch)}</script>`;
  window.matchMedia = () =>
    ({ matches: false, addEventListener() {}, removeEventListener() {} }) as never;
  ({ ErrorBoundary } = await import('./error-boundary'));
});
afterEach(cleanup);

function Fragile({ isBroken }: { isBroken: boolean }) {
  if (isBroken) throw new Error('the third row has no id');
  return <p data-testid="page">42</p>;
}

const inProvider = (isBroken: boolean) => (
  <MantineProvider env="test">
    <ErrorBoundary>
      <Fragile isBroken={isBroken} />
    </ErrorBoundary>
  </MantineProvider>
);

test('a page that breaks says what is safe, keeps the details at hand, and can be tried again', () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { rerender } = render(inProvider(true));
  const alert = screen.getByRole('alert');
  expect(alert.textContent).toContain('这一页没能显示出来');
  expect(alert.textContent).toContain('数据不受影响');
  const details = screen.getByRole('button', { name: '技术细节' });
  expect(details.getAttribute('aria-expanded')).toBe('false');
  fireEvent.click(details);
  expect(details.getAttribute('aria-expanded')).toBe('true');
  expect(alert.textContent).toContain('the third row has no id');
  expect(alert.textContent).toContain('Qunduo 1.2.3 · Electron 45');

  rerender(inProvider(false));
  fireEvent.click(screen.getByRole('button', { name: '再试一次' }));
  expect(screen.getByTestId('page').textContent).toBe('42');
});
