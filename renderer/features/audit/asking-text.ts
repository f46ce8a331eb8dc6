/** Both languages' names of the variables, so that a text kept in one works in the other. */
const NAME = /\{(?:称呼|name)\}/g;
const MISSING = /\{(?:缺什么|missing)\}/g;

/** The asking text with the person's name and what is missing. */
export function askingText(text: string, name: string, missing: string): string {
  return text.replace(NAME, () => name).replace(MISSING, () => missing);
}
