/** `{name}` in a term stands for every word of that set: all combinations, written out. */
export function expandTerm(
  term: string,
  sets: Readonly<Record<string, readonly string[]>>,
): string[] {
  const [whole, name = ''] = /\{(\w+)\}/.exec(term) ?? [];
  if (whole === undefined) return [term];
  const words = sets[name];
  if (!words) throw new Error(`no set ${name} for the term ${term}`);
  return words.flatMap((word) => expandTerm(term.replace(whole, word), sets));
}
