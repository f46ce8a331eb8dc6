import { z } from 'zod';
import { clockSpanSchema, dueRuleSchema } from './due.schema';
import { type SopTemplate, sopTemplateSchema, stepDefinitionSchema } from './sop.schema';

/** What such a file is called: `<name>.qunduo-flow.json`. */
export const FLOW_FILE_ENDING = '.qunduo-flow.json';
const FORMAT = 'qunduo-flow';
const FORMAT_VERSION = 1;
/** Bytes; sixty steps with every script in both languages stay far below. */
export const LARGEST_FLOW_FILE = 1_000_000;
const LONGEST_TEXT = 5000;
const MOST_ITEMS = 60;

const keySchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);

/** What a flow is between leaders: no people, no counts, nothing of the workspace it came from. */
export const flowInFileSchema = z.object({
  key: keySchema,
  version: z.number().int().positive().max(1_000_000),
  name: sopTemplateSchema.shape.name,
  purpose: sopTemplateSchema.shape.purpose,
  kind: sopTemplateSchema.shape.kind,
  steps: z
    .array(stepDefinitionSchema.extend({ due: dueRuleSchema }))
    .min(1)
    .max(60),
  quietHours: clockSpanSchema.optional(),
  exitActions: sopTemplateSchema.shape.exitActions,
  source: sopTemplateSchema.shape.source,
});
export type FlowInFile = z.infer<typeof flowInFileSchema>;

/** Why a file is not taken; `step` is 1-based, `field` the first word of the place in it. */
export type FlowFileFault =
  | { code: 'tooLarge' }
  | { code: 'damaged' }
  | { code: 'notAFlow' }
  | { code: 'newer'; version: number }
  | { code: 'noSteps' }
  | { code: 'tooManySteps' }
  | { code: 'noMetric'; step: number }
  | { code: 'stepField'; step: number; field: string }
  | { code: 'field'; field: string }
  | { code: 'textTooLong'; step?: number }
  | { code: 'tooManyItems'; step: number };

export type FlowFileReading =
  | { kind: 'flow'; flow: FlowInFile }
  | { kind: 'refused'; faults: FlowFileFault[] };

/** The part of a template that goes into a file. */
export function flowOf(template: SopTemplate): FlowInFile {
  return flowInFileSchema.parse(template);
}

/** The text of the file; `readFlowFile` gives back the same flow. */
export function writeFlowFile(template: SopTemplate): string {
  const content = { format: FORMAT, formatVersion: FORMAT_VERSION, template: flowOf(template) };
  return `${JSON.stringify(content, null, 2)}\n`;
}

const envelopeSchema = z.object({
  format: z.literal(FORMAT),
  formatVersion: z.number().int().positive(),
  template: z.record(z.string(), z.unknown()),
});

function faultOf(issue: z.core.$ZodIssue): FlowFileFault {
  const [first, index, field] = issue.path;
  if (first !== 'steps') return { code: 'field', field: String(first ?? '') };
  if (typeof index !== 'number') {
    return { code: issue.code === 'too_big' ? 'tooManySteps' : 'noSteps' };
  }
  const step = index + 1;
  const isMissing = field === 'metric' && issue.path.length === 3;
  if (isMissing) return { code: 'noMetric', step };
  return { code: 'stepField', step, field: String(field ?? '') };
}

/** Each fault once, in the order of the steps. */
function distinct(faults: readonly FlowFileFault[]): FlowFileFault[] {
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()];
}

function hasLongText(value: unknown): boolean {
  if (typeof value === 'string') return value.length > LONGEST_TEXT;
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(hasLongText);
}

function sizeFaults({ steps, ...head }: FlowInFile): FlowFileFault[] {
  const faults: FlowFileFault[] = hasLongText(head) ? [{ code: 'textTooLong' }] : [];
  for (const [index, step] of steps.entries()) {
    if (hasLongText(step)) faults.push({ code: 'textTooLong', step: index + 1 });
    const lists = [step.checklist, step.scripts, step.placements ?? []];
    if (lists.some((list) => list.length > MOST_ITEMS)) {
      faults.push({ code: 'tooManyItems', step: index + 1 });
    }
  }
  return faults;
}

function jsonOf(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch {
    return undefined;
  }
}

/**
 * Reads a flow file. Only known fields are taken, so nothing else in the file can do anything; texts
 * stay texts. Whatever is wrong is named, with the step where it is in one; nothing is thrown.
 * `byteLength` is the file's size.
 */
export function readFlowFile(text: string, byteLength: number): FlowFileReading {
  const refused = (...faults: FlowFileFault[]) => ({ kind: 'refused', faults }) as const;
  if (byteLength > LARGEST_FLOW_FILE) return refused({ code: 'tooLarge' });
  const json = jsonOf(text);
  if (!json) return refused({ code: text.includes(FORMAT) ? 'damaged' : 'notAFlow' });
  const envelope = envelopeSchema.safeParse(json.value);
  if (!envelope.success) return refused({ code: 'notAFlow' });
  const { formatVersion, template } = envelope.data;
  if (formatVersion > FORMAT_VERSION) return refused({ code: 'newer', version: formatVersion });
  const flow = flowInFileSchema.safeParse(template);
  if (!flow.success) return refused(...distinct(flow.error.issues.map(faultOf)));
  const faults = sizeFaults(flow.data);
  return faults.length > 0 ? refused(...faults) : { kind: 'flow', flow: flow.data };
}
