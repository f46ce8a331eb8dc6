import type { Page } from '@playwright/test';
import { openConsole } from './console-window';
import { type BenchOptions, type Figure, makeFigure, median } from './figures';

/** Pinyin, initials, Han characters and a whole question, as they are typed key by key. */
const TYPED = ['qiuyueli', 'pdcm', '小青菜怎么退', '你好，浦东的草莓几点到啊'];

type KeyTimes = { keys: number[]; bare: number[] };

/**
 * Types into the palette of ready answers and, for comparison, into a field that nobody listens to;
 * ms from each key until what it leads to is painted.
 */
function typeAll(page: Page, texts: readonly string[]): Promise<KeyTimes> {
  return page.evaluate(async (typed) => {
    const painted = () =>
      new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
    const put = (input: HTMLInputElement, value: string) => {
      const { set } =
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ??
        ({} as PropertyDescriptor);
      set?.call(input, value);
      input.dispatchEvent(new Event('input', { bubbles: true }));
    };
    const field = document.querySelector<HTMLElement>('[data-testid=quick-reply-input]');
    const input = field instanceof HTMLInputElement ? field : field?.querySelector('input');
    const hits = document.querySelector('[data-testid=quick-reply-hits]');
    if (!input || !hits) throw new Error('the palette is not open');
    const answered = (text: string) =>
      new Promise<void>((resolve) => {
        const isThere = () => hits.getAttribute('data-text') === text;
        if (isThere()) return resolve();
        const watcher = new MutationObserver(() => {
          if (!isThere()) return;
          watcher.disconnect();
          resolve();
        });
        watcher.observe(hits, { attributes: true });
      });
    const bareInput = document.body.appendChild(document.createElement('input'));
    const [keys, bare]: [number[], number[]] = [[], []];
    for (const text of typed) {
      for (let length = 1; length <= text.length; length += 1) {
        const value = text.slice(0, length);
        await painted();
        let startedAt = performance.now();
        put(bareInput, value);
        await painted();
        bare.push(performance.now() - startedAt);
        startedAt = performance.now();
        put(input, value);
        await answered(value);
        await painted();
        keys.push(performance.now() - startedAt);
      }
    }
    bareInput.remove();
    return { keys, bare };
  }, texts);
}

/** Looking for a ready answer among five thousand, in the real window. */
export async function measureReplies(options: BenchOptions, dataFolder: string): Promise<Figure> {
  const { app, page } = await openConsole(options, dataFolder);
  try {
    const startedAt = performance.now();
    await page.keyboard.press('Control+J');
    await page.getByTestId('quick-reply-hit').first().waitFor();
    const openedMs = performance.now() - startedAt;
    const { keys, bare } = await typeAll(page, TYPED);
    const longest = Number(Math.max(...keys).toFixed(1));
    const beside = { longest, keys: keys.length, openedMs: Number(openedMs.toFixed(1)) };
    return makeFigure(median(keys), 'ms', { floor: median(bare) }, beside);
  } finally {
    await app.close();
  }
}
