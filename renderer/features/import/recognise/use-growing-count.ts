import { useEffect, useState } from 'react';

const AT_FIRST = 8;
const MORE = 6;

/**
 * How many of a long list's rows to draw by now: a handful at once, the others a few
 * with each frame. An export of a hundred columns would stop the window for a noticeable moment.
 */
export function useGrowingCount(total: number): number {
  const [count, setCount] = useState(AT_FIRST);
  const isWhole = count >= total;
  useEffect(() => {
    if (isWhole) return undefined;
    const frame = requestAnimationFrame(() => setCount(count + MORE));
    return () => cancelAnimationFrame(frame);
  }, [isWhole, count]);
  return Math.min(count, total);
}
