/** Terms by their letters; a node keeps what is said of the term that ends there. */
export class Trie<T> {
  private readonly next: Map<number, number>[] = [new Map()];
  private readonly values: (T | undefined)[] = [undefined];

  /** What the node of a term keeps, made by `create` when it keeps nothing yet. */
  entry(codes: readonly number[], create: () => T): T {
    let node = 0;
    for (const code of codes) node = this.child(node, code);
    const value = this.values[node] ?? create();
    this.values[node] = value;
    return value;
  }

  private child(node: number, code: number): number {
    const branches = this.next[node];
    const known = branches?.get(code);
    if (known !== undefined) return known;
    const child = this.next.length;
    this.next.push(new Map());
    this.values.push(undefined);
    branches?.set(code, child);
    return child;
  }

  step(node: number, code: number): number | undefined {
    return this.next[node]?.get(code);
  }

  at(node: number): T | undefined {
    return this.values[node];
  }
}
