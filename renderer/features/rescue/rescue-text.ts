/** Names under which scripts mean the person that they are written to. */
const PERSON = new Set([
  '昵称',
  '姓名',
  '称呼',
  '名字',
  '客户昵称',
  '客户姓名',
  'name',
  'nickname',
]);

const VARIABLE = /\{([^{}\n]+)\}/g;

/**
 * A script as it is sent to one person: their name in place of the variables that mean it, the run's
 * values in place of the others; what nobody filled in stays in braces.
 */
export function textFor(
  script: string,
  person: string,
  values: Readonly<Record<string, string>> = {},
): string {
  return script.replace(VARIABLE, (whole, key: string) => {
    const value = values[key]?.trim();
    if (value) return value;
    return PERSON.has(key) && person ? person : whole;
  });
}
