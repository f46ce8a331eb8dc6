/** `{昵称}`: filled in for each person, so it stays in the text that is copied. */
export const PERSONAL_VARIABLES: readonly string[] = ['昵称', 'name'];

const VARIABLE = /\{([^{}\n]{1,30})\}/g;

export type ScriptPart = { kind: 'text' | 'variable'; text: string };

/** A script in pieces, in their order; a variable's text is its name without the braces. */
export function scriptParts(script: string): ScriptPart[] {
  const parts: ScriptPart[] = [];
  let from = 0;
  for (const match of script.matchAll(VARIABLE)) {
    if (match.index > from) parts.push({ kind: 'text', text: script.slice(from, match.index) });
    parts.push({ kind: 'variable', text: match[1] ?? '' });
    from = match.index + match[0].length;
  }
  if (from < script.length) parts.push({ kind: 'text', text: script.slice(from) });
  return parts;
}

/** Names of the variables of some scripts, each once, in the order in which they first come. */
export function scriptVariables(scripts: readonly string[]): string[] {
  const names = scripts.flatMap((script) =>
    scriptParts(script).flatMap((part) => (part.kind === 'variable' ? [part.text] : [])),
  );
  return [...new Set(names)];
}

/** The script with the values put in; a variable without a value stays as it is, in its braces. */
export function fillScript(script: string, values: Readonly<Record<string, string>>): string {
  return scriptParts(script)
    .map((part) => {
      if (part.kind === 'text') return part.text;
      const value = Object.hasOwn(values, part.text) ? values[part.text]?.trim() : undefined;
      return value || `{${part.text}}`;
    })
    .join('');
}
