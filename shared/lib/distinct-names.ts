type Named = { id: string; name: string };

const marked = ({ id, name }: Named) => `${name} [${id.slice(-8)}]`;

function countNames(rows: readonly Named[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { name } of rows) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** By id how to write each row in a file: its name, with the end of its id where others share it. */
export function distinctNames(rows: readonly Named[]): Map<string, string> {
  const counts = countNames(rows);
  return new Map(
    rows.map((row) => [row.id, (counts.get(row.name) ?? 0) > 1 ? marked(row) : row.name]),
  );
}

/** The way back: the row that a file means, `undefined` for an unknown name or one that several share. */
export function idByDistinctName(rows: readonly Named[]): (text: string) => string | undefined {
  const byName = new Map<string, string>();
  for (const row of rows) byName.set(marked(row), row.id);
  for (const [id, name] of distinctNames(rows)) byName.set(name, id);
  return (text) => byName.get(text.trim());
}
