/** Names of the variables of an invitation, in either language. */
const VARIABLES = {
  group: ['群名', 'group'],
  nickname: ['昵称', 'name'],
  way: ['入群方式', 'way'],
} as const;

export type InvitationValues = Record<keyof typeof VARIABLES, string>;

/** The invitation with its variables filled in; words in braces that are no variable stay. */
export function fillInvitation(text: string, values: InvitationValues): string {
  let filled = text;
  for (const [key, names] of Object.entries(VARIABLES)) {
    for (const name of names) {
      filled = filled.replaceAll(`{${name}}`, values[key as keyof typeof VARIABLES]);
    }
  }
  return filled;
}
