import { createTextIndex } from './text-index';

const NONE: readonly number[] = [];
/** From here on a handle that comes twice does no harm, and looking for it would. */
const LONG = 16;

/** Handles by text: a plain number for the many texts that have one, a list for the few with more. */
export function createHandleMap() {
  const texts = createTextIndex();
  const firsts: number[] = [];
  const lists = new Map<number, number[]>();
  return {
    add(text: string | undefined, handle: number): void {
      if (text === undefined) return;
      const number = texts.add(text);
      const first = firsts[number];
      if (first === undefined) {
        firsts.push(handle);
        return;
      }
      const list = lists.get(number);
      if (list === undefined) {
        if (first !== handle) lists.set(number, [first, handle]);
      } else if (list.length > LONG ? list.at(-1) !== handle : !list.includes(handle)) {
        list.push(handle);
      }
    },
    get(text: string): readonly number[] {
      const number = texts.find(text);
      if (number < 0) return NONE;
      return lists.get(number) ?? [firsts[number] ?? 0];
    },
  };
}

export type HandleMap = ReturnType<typeof createHandleMap>;
