import { type Cell, cellKey } from './cell.rules';
import type { ContentItem } from './content.schema';
import {
  type GreetingChoice,
  type GreetingPart,
  type GreetingUse,
  type PickedGreeting,
  pickGreeting,
} from './greeting.rules';

export const GREETING_COLUMN = 'column-greeting';

type Greeted = Pick<ContentItem, 'date' | 'slot' | 'columnId' | 'groupIds' | 'text'>;

export type GreetingPlanInput = {
  days: readonly string[];
  parts: readonly GreetingPart[];
  choices: readonly GreetingChoice[];
  /** The items around: those of `days`, and of the thirty days before and after them. */
  items: readonly Greeted[];
  /** Empty for all groups. */
  groupIds: readonly string[];
  /** Texts that somebody did not want in a cell, by `cellKey`. */
  refused: Readonly<Record<string, readonly string[]>>;
};

export type PlannedGreeting = PickedGreeting & { cell: Cell; part: GreetingPart };
export type GreetingPlan = {
  greetings: PlannedGreeting[];
  /** Cells that have a greeting for one of these groups already. */
  taken: Cell[];
};

const isShared = (a: readonly string[], b: readonly string[]) =>
  a.length === 0 || b.length === 0 || a.some((id) => b.includes(id));

/** One greeting for each day and part, never one that these groups heard within thirty days. */
export function planGreetings(input: GreetingPlanInput): GreetingPlan {
  const { days, parts, choices, items, groupIds, refused } = input;
  const heard = items.filter((item) => isShared(item.groupIds, groupIds));
  const used: GreetingUse[] = heard.flatMap(({ text, date }) =>
    text ? [{ text, day: date }] : [],
  );
  const greeted = new Set(
    heard.filter(({ columnId }) => columnId === GREETING_COLUMN).map(cellKey),
  );
  const plan: GreetingPlan = { greetings: [], taken: [] };
  for (const day of days) {
    for (const part of parts) {
      const cell = { date: day, slot: part };
      const key = cellKey(cell);
      if (greeted.has(key)) {
        plan.taken.push(cell);
        continue;
      }
      const unwanted = new Set(refused[key] ?? []);
      const wanted = choices.filter(({ text }) => !unwanted.has(text));
      const picked = pickGreeting(wanted, day, part, used);
      if (!picked) continue;
      used.push({ text: picked.text, day });
      plan.greetings.push({ ...picked, cell, part });
    }
  }
  return plan;
}
