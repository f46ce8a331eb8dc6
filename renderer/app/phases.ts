import { bridge } from '@/platform/bridge';

type Phase = Parameters<typeof bridge.reportPhase>[0];
const reported = new Set<Phase>();

function report(phase: Phase, atMs: number): void {
  if (reported.has(phase)) return;
  reported.add(phase);
  void bridge.reportPhase(phase, Math.round(atMs));
}

export function reportFirstPaint(): void {
  new PerformanceObserver((list) => {
    const paint = list.getEntriesByName('first-contentful-paint')[0];
    if (paint) report('first-paint', performance.timeOrigin + paint.startTime);
  }).observe({ type: 'paint', buffered: true });
}

/** A page has what it is for on screen; the first one ends the start, members are the first rows. */
export function reportPageReady(testId: string): void {
  requestAnimationFrame(() => {
    const now = performance.timeOrigin + performance.now();
    report('data-ready', now);
    if (testId === 'page-members') report('first-rows', now);
  });
}
