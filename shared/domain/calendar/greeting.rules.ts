import { addDays, weekdayOf } from '@shared/lib/time';
import { z } from 'zod';
import { dayFacts } from './facts/day-facts';

export const GREETING_PARTS = ['morning', 'night'] as const;
export type GreetingPart = (typeof GREETING_PARTS)[number];
const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const;

/** A greeting that comes with the console, and on which days it fits; without `when` on all. */
export const greetingSchema = z.object({
  id: z.string(),
  part: z.enum(GREETING_PARTS),
  when: z
    .object({
      weekdays: z.array(z.number().int().min(1).max(7)).optional(),
      season: z.enum(SEASONS).optional(),
      /** On the day on which a solar term begins. */
      onTerm: z.boolean().optional(),
      onFestival: z.boolean().optional(),
    })
    .optional(),
  text: z.object({ zh: z.string().min(1), en: z.string().min(1) }),
});
export type Greeting = z.infer<typeof greetingSchema>;

/** A greeting to choose from. `part` absent: fits both; `rank`: the higher, the sooner it is taken. */
export type GreetingChoice = {
  text: string;
  part?: GreetingPart;
  when?: Greeting['when'];
  isOwn?: boolean;
};

/** A greeting is not said again to the same group within so many days. */
export const GREETING_REST_DAYS = 30;

/** The months of the seasons as people count them: spring is March to May. */
function seasonOf(day: string): (typeof SEASONS)[number] | undefined {
  return SEASONS[Math.floor(((Number(day.slice(5, 7)) + 9) % 12) / 3)];
}

function fits({ part, when }: GreetingChoice, day: string, wanted: GreetingPart): boolean {
  if (part !== undefined && part !== wanted) return false;
  if (!when) return true;
  const facts = dayFacts(day);
  return (
    (!when.weekdays || when.weekdays.includes(weekdayOf(day))) &&
    (!when.season || when.season === seasonOf(day)) &&
    (!when.onTerm || facts.solarTerm !== undefined) &&
    (!when.onFestival || facts.festivals.length > 0)
  );
}

/** What is said on fewer days goes first; one's own words before the console's. */
function rankOf({ when, isOwn }: GreetingChoice): number {
  if (when?.onFestival) return 5;
  if (when?.onTerm) return 4;
  if (isOwn) return 3;
  if (when?.weekdays) return 2;
  return when?.season ? 1 : 0;
}

/** FNV-1a: spreads choices over days, the same on every laptop. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return value;
}

/** Which part of the day a text of one's own greets: by its first words, else both. */
export function partOfText(text: string): GreetingPart | undefined {
  if (/晚安|晚上好|夜|good night|good evening/i.test(text)) return 'night';
  return /早安|早上好|^早|good morning|^morning/i.test(text) ? 'morning' : undefined;
}

export type GreetingUse = { text: string; day: string };
export type PickedGreeting = {
  text: string;
  /** When the same group got it last, if that is less than the rest of thirty days ago. */
  repeatsDay?: string;
};

/**
 * The greeting of a day (`YYYY-MM-DD`): one that fits it and that the groups did not get within the
 * thirty days before or after (`used`: what they got or will get); when all were, the one whose last
 * use lies furthest away. The same input gives the same text. Nothing when no choice fits.
 */
export function pickGreeting(
  choices: readonly GreetingChoice[],
  day: string,
  part: GreetingPart,
  used: readonly GreetingUse[],
): PickedGreeting | undefined {
  const from = addDays(day, -GREETING_REST_DAYS + 1);
  const to = addDays(day, GREETING_REST_DAYS - 1);
  const recent = new Map<string, string>();
  for (const use of used) {
    if (use.day < from || use.day > to) continue;
    const known = recent.get(use.text);
    if (known === undefined || known < use.day) recent.set(use.text, use.day);
  }
  const order = (choice: GreetingChoice) => hash(`${day}/${choice.text}`);
  const fitting = choices
    .filter((choice) => fits(choice, day, part))
    .sort((a, b) => rankOf(b) - rankOf(a) || order(a) - order(b));
  const fresh = fitting.find(({ text }) => !recent.has(text));
  if (fresh) return { text: fresh.text };
  const [oldest] = fitting
    .map(({ text }) => ({ text, repeatsDay: recent.get(text) ?? day }))
    .sort((a, b) => (a.repeatsDay < b.repeatsDay ? -1 : 1));
  return oldest;
}
