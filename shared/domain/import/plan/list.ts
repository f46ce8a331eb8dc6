/** A row of things that may be made only when they are asked for. An array is one. */
export type LazyList<Item> = {
  readonly length: number;
  /** The item at a place from 0, made anew for each call; undefined outside. */
  at(place: number): Item | undefined;
  [Symbol.iterator](): IterableIterator<Item>;
};

/** The items of a list one after another, each made when its turn comes. */
export function* itemsOf<Item>(list: {
  readonly length: number;
  at(place: number): Item | undefined;
}): IterableIterator<Item> {
  for (let place = 0; place < list.length; place++) {
    const item = list.at(place);
    if (item !== undefined) yield item;
  }
}
