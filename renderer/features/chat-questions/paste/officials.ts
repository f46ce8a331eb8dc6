const KEY = 'qunduo.chatOfficials';
const MOST_GROUPS = 1000;

/** Names that speak for the house in a group's chat, ticked the last time; a help, kept on this laptop. */
export const rememberedOfficials = (groupId: string): string[] => stored()[groupId] ?? [];

export function rememberOfficials(groupId: string, names: readonly string[]): void {
  const { [groupId]: _, ...others } = stored();
  const entries = [...Object.entries(others), [groupId, [...names]] as const].slice(-MOST_GROUPS);
  try {
    localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(entries)));
  } catch {
    // A full store forgets; the next paste asks again.
  }
}

function stored(): Record<string, string[]> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(
      Object.entries(value).flatMap(([id, names]) =>
        Array.isArray(names) ? [[id, names.filter((name) => typeof name === 'string')]] : [],
      ),
    );
  } catch {
    return {};
  }
}
