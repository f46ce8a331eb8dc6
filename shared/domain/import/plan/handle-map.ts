const NONE: readonly number[] = [];
/** From here on a handle that comes twice does no harm, and looking for it would. */
const LONG = 16;

/** Handles by text: a plain number for the many texts that have one, a list for the few with more. */
export function createHandleMap() {
  const known = new Map<string, number | number[]>();
  return {
    add(text: string | undefined, handle: number): void {
      if (text === undefined) return;
      const before = known.get(text);
      if (before === undefined) known.set(text, handle);
      else if (typeof before === 'number') {
        if (before !== handle) known.set(text, [before, handle]);
      } else if (before.length > LONG ? before.at(-1) !== handle : !before.includes(handle)) {
        before.push(handle);
      }
    },
    get(text: string): readonly number[] {
      const found = known.get(text);
      if (found === undefined) return NONE;
      return typeof found === 'number' ? [found] : found;
    },
  };
}

export type HandleMap = ReturnType<typeof createHandleMap>;
