import { ruleOfDay } from '@shared/domain/calendar/repeat.rules';
import type { ContentRepeat, RepeatRule } from '@shared/domain/calendar/repeat.schema';

/** The form of a repeat as it is typed. */
export type RepeatDraft = {
  kind: RepeatRule['kind'];
  weekdays: number[];
  everyWeeks: number;
  monthDays: string;
  lunarMonth: number | null;
  lunarDays: string;
  skip: ContentRepeat['skip'];
  fromDay: string;
  untilDay: string | null;
};

const LARGEST = { monthDays: 31, lunar: 30 } as const;

/** A new repeat begins on a day, every week on its weekday. */
export function draftOfDay(day: string): RepeatDraft {
  const rule = ruleOfDay(day);
  return {
    kind: 'weekdays',
    weekdays: rule.kind === 'weekdays' ? rule.weekdays : [],
    everyWeeks: 1,
    monthDays: String(Number(day.slice(8, 10))),
    lunarMonth: null,
    lunarDays: '1, 15',
    skip: 'never',
    fromDay: day,
    untilDay: null,
  };
}

export function draftOfRepeat(repeat: ContentRepeat): RepeatDraft {
  const { rule, skip, fromDay, untilDay } = repeat;
  const base = { ...draftOfDay(fromDay), skip, untilDay: untilDay ?? null, kind: rule.kind };
  switch (rule.kind) {
    case 'weekdays':
      return { ...base, weekdays: rule.weekdays, everyWeeks: rule.everyWeeks };
    case 'monthDays':
      return { ...base, monthDays: rule.days.join(', ') };
    case 'lunar':
      return { ...base, lunarMonth: rule.month ?? null, lunarDays: rule.days.join(', ') };
  }
}

/** "8、18，28" as numbers; nothing when one of them is none, or out of reach. */
export function parseDays(text: string, largest: number): number[] | undefined {
  const parts = text
    .normalize('NFKC')
    .split(/[\s,、;.]+/)
    .filter((part) => part !== '');
  const days = parts.map(Number);
  const isFine = days.every((day) => Number.isInteger(day) && day >= 1 && day <= largest);
  return isFine && days.length > 0 ? [...new Set(days)].sort((a, b) => a - b) : undefined;
}

/** The rule that the draft means; nothing while it is incomplete. */
export function ruleOfDraft(draft: RepeatDraft): RepeatRule | undefined {
  switch (draft.kind) {
    case 'weekdays': {
      const { weekdays, everyWeeks } = draft;
      return weekdays.length > 0 ? { kind: 'weekdays', weekdays, everyWeeks } : undefined;
    }
    case 'monthDays': {
      const days = parseDays(draft.monthDays, LARGEST.monthDays);
      return days && { kind: 'monthDays', days };
    }
    case 'lunar': {
      const days = parseDays(draft.lunarDays, LARGEST.lunar);
      const month = draft.lunarMonth === null ? {} : { month: draft.lunarMonth };
      return days && { kind: 'lunar', days, ...month };
    }
  }
}
