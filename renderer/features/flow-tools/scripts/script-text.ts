const VARIABLE = /\{([^{}\n]+)\}/g;

/** The names between braces, each once, in the order of the text. */
export function variablesOf(text: string): string[] {
  return [...new Set([...text.matchAll(VARIABLE)].map((match) => match[1] ?? ''))];
}

export type ScriptPart = { text: string; kind: 'plain' | 'filled' | 'open' };

/** The text cut at its variables; those without a value stay in braces, to be filled by hand. */
export function partsOf(text: string, values: Readonly<Record<string, string>>): ScriptPart[] {
  const parts: ScriptPart[] = [];
  let from = 0;
  for (const match of text.matchAll(VARIABLE)) {
    if (match.index > from) parts.push({ text: text.slice(from, match.index), kind: 'plain' });
    const value = values[match[1] ?? '']?.trim();
    parts.push(value ? { text: value, kind: 'filled' } : { text: match[0], kind: 'open' });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), kind: 'plain' });
  return parts;
}

export function filledText(text: string, values: Readonly<Record<string, string>>): string {
  return partsOf(text, values)
    .map((part) => part.text)
    .join('');
}
