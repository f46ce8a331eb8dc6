import { homedir } from 'node:os';

/** Chinese mobiles as people write them, and any long run of digits: phones, orders, identity cards. */
const PHONE = /(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}/g;
const LONG_NUMBER = /\d{7,}/g;

/**
 * A second net under the rule that logs and reports carry ids and counts only: numbers that may
 * point to a person are blacked out, and the name of the laptop's user in paths.
 */
export function redact(text: string, home: string = homedir()): string {
  const withoutHome = home.length > 1 ? text.split(home).join('~') : text;
  return withoutHome.replace(LONG_NUMBER, '[number]').replace(PHONE, '[number]');
}
