import { describe, expect, test } from 'vitest';
import { parseWindowState, placeWindow } from './window-state';

const laptop = { x: 0, y: 0, width: 1920, height: 1040 };
const beside = { x: 1920, y: 0, width: 2560, height: 1400 };
const saved = { x: 100, y: 80, width: 1400, height: 800, isMaximized: false };

describe('where the window opens', () => {
  test('the first time at its usual size, where the system puts it', () => {
    expect(placeWindow(null, [laptop])).toEqual({ width: 1366, height: 768, isMaximized: false });
  });

  test('as it was left', () => {
    expect(placeWindow(saved, [laptop])).toEqual(saved);
    const onSecond = { ...saved, x: 2000, isMaximized: true };
    expect(placeWindow(onSecond, [laptop, beside])).toEqual(onSecond);
  });

  test('back on the laptop when the second display is gone', () => {
    expect(placeWindow({ ...saved, x: 2000 }, [laptop])).toEqual({
      width: 1366,
      height: 768,
      isMaximized: false,
    });
  });

  test.each([
    ['far left', { x: -1390 }],
    ['far right', { x: 1900 }],
    ['below', { y: 1020 }],
    ['above', { y: -100 }],
  ])('a title bar that cannot be reached (%s) is not kept', (_name, moved) => {
    const placed = placeWindow({ ...saved, ...moved }, [laptop]);
    expect(placed.x).toBeUndefined();
    expect(placed.width).toBe(1366);
  });

  test('never smaller than the least size, never larger than the display', () => {
    expect(placeWindow({ ...saved, width: 200, height: 100 }, [laptop])).toMatchObject({
      width: 1024,
      height: 640,
    });
    expect(placeWindow({ ...saved, width: 9000, height: 9000 }, [laptop])).toMatchObject({
      width: 1920,
      height: 1040,
    });
  });

  test('on a display smaller than the least size it fits the display', () => {
    expect(placeWindow(null, [{ x: 0, y: 0, width: 800, height: 560 }])).toMatchObject({
      width: 800,
      height: 560,
    });
  });

  test('maximised stays maximised even when its place is gone', () => {
    expect(placeWindow({ ...saved, x: 9999, isMaximized: true }, [laptop]).isMaximized).toBe(true);
  });
});

test.each([null, 1, 'x', {}, { x: 1 }, { x: 1, y: 2, width: 'a', height: 3 }, { x: NaN }])(
  'a state that is none (%j) counts as never saved',
  (raw) => {
    expect(parseWindowState(raw)).toBeNull();
  },
);
