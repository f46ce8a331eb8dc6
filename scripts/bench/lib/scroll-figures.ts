import type { Page } from '@playwright/test';

export type Frames = { p95: number; longest: number; count: number };

/**
 * Watches the frames of the window for some seconds while the list of members scrolls on (or, for
 * comparison, while nothing moves), and says how long 95 of 100 of them took at most.
 */
export function watchFrames(page: Page, pixelsPerFrame: number, forMs: number): Promise<Frames> {
  return page.evaluate(
    async ([step, ms]) => {
      const scrollerOf = (element: Element | null): Element | undefined => {
        for (let at = element; at; at = at.parentElement) {
          if (at.scrollHeight > at.clientHeight + 10) return at;
        }
        return undefined;
      };
      const scroller = scrollerOf(document.querySelector('[data-testid=member-row]'));
      if (!scroller) throw new Error('nothing scrolls');
      const times: number[] = [];
      await new Promise<void>((resolve) => {
        const startedAt = performance.now();
        let last = startedAt;
        const tick = (now: number) => {
          times.push(now - last);
          last = now;
          if (now - startedAt > ms) return resolve();
          scroller.scrollTop += step;
          requestAnimationFrame(tick);
        };
        requestAnimationFrame(tick);
      });
      const sorted = times.slice(2).sort((a, b) => a - b);
      const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
      return { p95: at(0.95), longest: at(1), count: sorted.length };
    },
    [pixelsPerFrame, forMs] as const,
  );
}

/** Opens the member in the n-th row on screen; ms until everything that happened is listed. */
export function openMember(page: Page, nth: number): Promise<number> {
  return page.evaluate(async (n) => {
    const rows = [...document.querySelectorAll<HTMLElement>('[data-testid=member-row]')];
    const row = rows[n];
    if (!row) throw new Error('there is no such row');
    const panelOf = () => document.querySelector('[data-testid=member-panel]');
    const before = panelOf()?.querySelector('[data-testid=timeline-entry]') ?? null;
    const startedAt = performance.now();
    row.click();
    await new Promise<void>((resolve, reject) => {
      const look = () => {
        const entry = panelOf()?.querySelector('[data-testid=timeline-entry]') ?? null;
        if (entry && entry !== before) return resolve();
        if (performance.now() - startedAt > 10_000) return reject(new Error('no timeline came'));
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    return performance.now() - startedAt;
  }, nth);
}
