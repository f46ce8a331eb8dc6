/** The chosen columns with one of them a place up (-1) or down (1). */
export function moveColumn(chosen: readonly string[], key: string, step: -1 | 1): string[] {
  const from = chosen.indexOf(key);
  const to = from + step;
  const moved = [...chosen];
  if (from < 0 || to < 0 || to >= chosen.length) return moved;
  moved.splice(from, 1);
  moved.splice(to, 0, key);
  return moved;
}

/** The chosen columns without it, or with it at the end. */
export function toggleColumn(chosen: readonly string[], key: string): string[] {
  return chosen.includes(key) ? chosen.filter((other) => other !== key) : [...chosen, key];
}
