import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync('renderer/ui/tokens.css', 'utf8');

function tokensOf(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('\n}', start));
  return Object.fromEntries(
    [...block.matchAll(/--q-([\w-]+):\s*(#[0-9a-f]{6})/g)].map((it) => [it[1], it[2]]),
  );
}

const light = tokensOf(':root');
const dark = { ...light, ...tokensOf(':root[data-mantine-color-scheme="dark"]') };

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

/** Words on their grounds. */
const PAIRS = [
  ...['paper', 'surface', 'sunken'].flatMap((ground) => [
    ['ink', ground],
    ['ink-quiet', ground],
    ['teal', ground],
  ]),
  ['on-teal', 'teal'],
  ['teal-strong', 'teal-tint'],
  ...['ember', 'green', 'yellow', 'red'].flatMap((hue) => [
    [`${hue}-text`, `${hue}-tint`],
    [`${hue}-text`, 'surface'],
    [`${hue}-text`, 'paper'],
  ]),
  ...['morning', 'noon', 'evening', 'night'].flatMap((slot) => [
    [`slot-${slot}-text`, `slot-${slot}`],
    ['ink', `slot-${slot}`],
  ]),
] as [string, string][];

describe.each([
  ['light', light],
  ['dark', dark],
] as const)('in the %s theme', (_, tokens) => {
  test.each(PAIRS)('%s can be read on %s', (words, ground) => {
    const ratio = contrast(tokens[words] ?? '', tokens[ground] ?? '');
    expect(ratio).toBeGreaterThanOrEqual(4.5);
  });
});
