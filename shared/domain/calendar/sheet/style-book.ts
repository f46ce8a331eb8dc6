/**
 * Collects the declarations that a sheet needs once it is planned (heights, sizes), as classes: the
 * window's policy allows no style attributes, and the preview must show the very markup that is
 * printed.
 */
export class StyleBook {
  private readonly names = new Map<string, string>();

  /** The class that holds these declarations; the same ones share a class. */
  add(declarations: string): string {
    const known = this.names.get(declarations);
    if (known !== undefined) return known;
    const name = `v${this.names.size + 1}`;
    this.names.set(declarations, name);
    return name;
  }

  /** All rules, to be put behind the fixed style. */
  rules(): string {
    return [...this.names]
      .map(([declarations, name]) => `.${name}.${name} { ${declarations} }`)
      .join('\n');
  }
}
