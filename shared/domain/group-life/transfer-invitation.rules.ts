/** Names of the variables of an invitation to another group, in either language. */
const VARIABLES = {
  name: ['昵称', 'name'],
  group: ['新群', 'group'],
  old: ['原群', 'old'],
  reason: ['理由', 'reason'],
  until: ['截止', 'until'],
} as const;

export type TransferInvitationValues = Record<keyof typeof VARIABLES, string>;

/**
 * The invitation with its variables filled in, in one pass (a name with braces in it is not read
 * again); words in braces that are no variable stay as they are.
 */
export function fillTransferInvitation(text: string, values: TransferInvitationValues): string {
  return text.replace(/\{([^{}]{1,20})\}/g, (whole, name: string) => {
    const key = variableOf(name.trim());
    return key ? values[key] : whole;
  });
}

/** Words in braces that are no variable, each once: most likely misspelt. */
export function unknownVariables(text: string): string[] {
  const names = [...text.matchAll(/\{([^{}]{1,20})\}/g)].map(([, name = '']) => name.trim());
  return [...new Set(names.filter((name) => !variableOf(name)))];
}

const variableOf = (name: string) =>
  (Object.keys(VARIABLES) as (keyof typeof VARIABLES)[]).find((key) =>
    (VARIABLES[key] as readonly string[]).includes(name),
  );
