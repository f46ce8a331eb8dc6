import { parseArgs } from 'node:util';
import { dayNumber, dayText } from './clock';
import { DEFAULTS, type SampleOptions } from './model/options';
import { type FileFormat, SHAPES, type ShapeName } from './shapes/shape';
import type { SampleFiles } from './write/write-sample';

export const USAGE = `npm run sample -- --out DIR [options]      or      npm run sample -- --resources

  --members N        people on the roster (${DEFAULTS.members})
  --orders N         orders in the history (${DEFAULTS.orders})
  --seed N           the same seed gives the same bytes (${DEFAULTS.seed})
  --days N           length of the history (${DEFAULTS.days})
  --end YYYY-MM-DD   its last day (${DEFAULTS.endDay})
  --strangers N      buyers besides who are on no roster (0)
  --interactions N   check-ins, shares, posts, questions, complaints (40 % of the orders)
  --shape NAME       ${SHAPES.join(' | ')} (generic)
  --roster FORMAT    xlsx | csv | both (xlsx)
  --orders-as FORMAT xlsx | csv | both (as the platform exports them)
  --resources        writes the small sample that comes with the console`;

export class UsageError extends Error {}

export type Command =
  | { kind: 'help' }
  | { kind: 'resources' }
  | { kind: 'write'; options: SampleOptions; files: SampleFiles };

function whole(name: string, text: string | undefined, fallback: number, least: number): number {
  if (text === undefined) return fallback;
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < least) {
    throw new UsageError(`--${name} takes a whole number from ${least}, not "${text}"`);
  }
  return value;
}

function formats(name: string, text: string): readonly FileFormat[] {
  if (text === 'both') return ['xlsx', 'csv'];
  if (text === 'xlsx' || text === 'csv') return [text];
  throw new UsageError(`--${name} is xlsx, csv or both, not "${text}"`);
}

function shapeNamed(text: string): ShapeName {
  const shape = SHAPES.find((name) => name === text);
  if (!shape) throw new UsageError(`--shape is one of ${SHAPES.join(', ')}, not "${text}"`);
  return shape;
}

function endDayOf(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || !isRealDay(text)) {
    throw new UsageError(`--end is a day such as ${DEFAULTS.endDay}, not "${text}"`);
  }
  return text;
}

function isRealDay(text: string): boolean {
  try {
    return dayText(dayNumber(text)) === text;
  } catch {
    return false;
  }
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        ...{ out: text, members: text, orders: text, seed: text, days: text, end: text },
        ...{ strangers: text, interactions: text, shape: text, roster: text, 'orders-as': text },
        resources: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** What the words after `npm run sample --` ask for; throws UsageError with a sentence. */
export function readCommand(args: readonly string[]): Command {
  const values = parse(args);
  if (values.help) return { kind: 'help' };
  if (values.resources) return { kind: 'resources' };
  if (!values.out) throw new UsageError('--out names the folder for the files');
  const orders = whole('orders', values.orders, DEFAULTS.orders, 1);
  return {
    kind: 'write',
    options: {
      ...DEFAULTS,
      members: whole('members', values.members, DEFAULTS.members, 1),
      orders,
      seed: whole('seed', values.seed, DEFAULTS.seed, 0),
      days: whole('days', values.days, DEFAULTS.days, 1),
      endDay: endDayOf(values.end ?? DEFAULTS.endDay),
      strangers: whole('strangers', values.strangers, 0, 0),
    },
    files: {
      folder: values.out,
      shape: shapeNamed(values.shape ?? 'generic'),
      roster: formats('roster', values.roster ?? 'xlsx'),
      ...(values['orders-as'] ? { orders: formats('orders-as', values['orders-as']) } : {}),
      interactions: whole('interactions', values.interactions, Math.round(orders * 0.4), 0),
    },
  };
}
