/**
 * Work that may not overlap, one after another in the order in which it was asked for. Whoever asked
 * hears how theirs ended; a failure does not keep the next from beginning.
 */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();

  take<T>(work: () => Promise<T> | T): Promise<T> {
    const mine = this.last.then(work);
    this.last = mine.catch(() => undefined);
    return mine;
  }
}
