import { SHEET_EDITIONS } from '@shared/domain/calendar/sheet/sheet.types';
import { useCallback, useState } from 'react';
import { z } from 'zod';

/** What is printed: the week, one day to work through, or the month at a glance. */
export const PRINT_SPANS = ['week', 'day', 'month'] as const;
export type PrintSpan = (typeof PRINT_SPANS)[number];

/** One sheet with everything, or a sheet for each group; a group's id stands for that group alone. */
export const ALL_TOGETHER = 'together';
export const EACH_GROUP = 'each';

const LONGEST_GREETING = 60;

const choicesSchema = z.object({
  edition: z.enum(SHEET_EDITIONS).default('members'),
  size: z.enum(['A4', 'A3']).default('A4'),
  isLandscape: z
    .object({
      week: z.boolean().default(true),
      day: z.boolean().default(false),
      month: z.boolean().default(true),
    })
    .prefault({}),
  isMono: z.boolean().default(false),
  groups: z.string().max(100).default(ALL_TOGETHER),
  hasFacts: z.boolean().default(true),
  hasNote: z.boolean().default(true),
  hasQr: z.boolean().default(true),
  hasLogo: z.boolean().default(true),
  greeting: z.string().max(LONGEST_GREETING).default(''),
  /** What the preview shows. */
  shows: z.enum(['paper', 'poster']).default('paper'),
});
export type PrintChoices = z.infer<typeof choicesSchema>;
export { LONGEST_GREETING };

/** Of this laptop alone: another one may have another printer. */
const KEY = 'qunduo.printChoices';

/** What was kept; all defaults when it cannot be read any more. */
export function parseChoices(kept: unknown): PrintChoices {
  const read = choicesSchema.safeParse(kept);
  return read.success ? read.data : choicesSchema.parse({});
}

export function readPrintChoices(): PrintChoices {
  try {
    return parseChoices(JSON.parse(localStorage.getItem(KEY) ?? '{}'));
  } catch {
    return parseChoices({});
  }
}

/** The choices of last time, and a way to change some of them that is remembered at once. */
export function usePrintChoices(): [PrintChoices, (patch: Partial<PrintChoices>) => void] {
  const [choices, setChoices] = useState(readPrintChoices);
  const change = useCallback((patch: Partial<PrintChoices>) => {
    setChoices((now) => {
      const next = { ...now, ...patch };
      localStorage.setItem(KEY, JSON.stringify(next));
      return next;
    });
  }, []);
  return [choices, change];
}
