/** Texts of few different values, numbered in the order in which they came. */
export class Names {
  readonly list: string[] = [];
  private readonly numbers = new Map<string, number>();

  /** The number of a text, which it gets now if it is new. */
  numberOf(text: string): number {
    let number = this.numbers.get(text);
    if (number === undefined) {
      number = this.list.length;
      this.list.push(text);
      this.numbers.set(text, number);
    }
    return number;
  }

  /** -1 for a text that did not come yet. */
  find(text: string): number {
    return this.numbers.get(text) ?? -1;
  }
}
