import { expect, test } from 'vitest';
import { guardWebPreferences, guardWindowOptions } from './web-preferences';

test('what a window does not say is set to the safe value', () => {
  expect(guardWebPreferences()).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webviewTag: false,
    webSecurity: true,
  });
});

test('a stricter window stays stricter', () => {
  expect(guardWebPreferences({ javascript: false }).javascript).toBe(false);
});

test.each([
  { contextIsolation: false },
  { sandbox: false },
  { nodeIntegration: true },
  { nodeIntegrationInWorker: true },
  { nodeIntegrationInSubFrames: true },
  { webviewTag: true },
  { webSecurity: false },
  { allowRunningInsecureContent: true },
  { experimentalFeatures: true },
  { plugins: true },
  { navigateOnDragDrop: true },
  { spellcheck: true },
  { enableBlinkFeatures: 'X' },
  { additionalArguments: ['--x'] },
  { partition: 'other' },
])('%j is refused', (weaker) => {
  expect(() => guardWebPreferences(weaker)).toThrow();
  expect(() => guardWindowOptions({ webPreferences: weaker })).toThrow();
});
