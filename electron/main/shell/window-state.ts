export type Rectangle = { x: number; y: number; width: number; height: number };
export type WindowState = Rectangle & { isMaximized: boolean };
export type Placement = Partial<Pick<Rectangle, 'x' | 'y'>> & {
  width: number;
  height: number;
  isMaximized: boolean;
};

export const MIN_SIZE = { width: 1024, height: 640 } as const;
const DEFAULT_SIZE = { width: 1366, height: 768 } as const;
/** So much of the title bar must be reachable with the mouse. */
const REACHABLE = { width: 160, height: 32 } as const;

export function parseWindowState(raw: unknown): WindowState | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const state = raw as Record<string, unknown>;
  const numbers = ['x', 'y', 'width', 'height'].map((key) => state[key]);
  if (!numbers.every((value) => typeof value === 'number' && Number.isFinite(value))) return null;
  const [x, y, width, height] = numbers.map((value) => Math.round(value as number)) as [
    number,
    number,
    number,
    number,
  ];
  return { x, y, width, height, isMaximized: state.isMaximized === true };
}

/**
 * Where the window opens: as it was left, if its title bar is still on a display (one may have been
 * unplugged), else centred at the default size. `workAreas[0]` is the main display's.
 */
export function placeWindow(saved: WindowState | null, workAreas: readonly Rectangle[]): Placement {
  const main = workAreas[0] ?? { x: 0, y: 0, ...DEFAULT_SIZE };
  const home = saved === null ? undefined : workAreas.find((area) => isReachable(saved, area));
  if (saved === null || home === undefined) {
    return { ...fitSize(DEFAULT_SIZE, main), isMaximized: saved?.isMaximized ?? false };
  }
  const size = fitSize(saved, home);
  return { x: saved.x, y: Math.max(saved.y, home.y), ...size, isMaximized: saved.isMaximized };
}

function fitSize(wanted: { width: number; height: number }, area: Rectangle) {
  return {
    width: Math.max(Math.min(MIN_SIZE.width, area.width), Math.min(wanted.width, area.width)),
    height: Math.max(Math.min(MIN_SIZE.height, area.height), Math.min(wanted.height, area.height)),
  };
}

function isReachable(window: Rectangle, area: Rectangle): boolean {
  const overlap =
    Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  const isBarInside =
    window.y + REACHABLE.height > area.y && window.y + REACHABLE.height <= area.y + area.height;
  return overlap >= REACHABLE.width && isBarInside;
}
