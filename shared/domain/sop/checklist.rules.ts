import { assert, ExpectedError } from '@shared/lib/errors';
import {
  begun,
  type Flow,
  type FlowChange,
  type Moment,
  openStepAt,
  type StoryLine,
  settle,
} from './flow-change.rules';
import type { CheckAnswer, SopStep } from './sop.schema';

/** What is said of an item; `undefined` takes the answer back. */
export type ItemAnswer =
  | { result: 'tick' | 'pass' }
  | { result: 'fail'; note: string }
  | { result: 'value'; value: string }
  | undefined;

/**
 * Answers one item of an open step in its own kind; a waiting step is begun by it. An empty value
 * takes the answer back; a failure without a note is refused (`sop-fail-needs-note`).
 */
export function answerItem(
  flow: Flow,
  position: number,
  key: string,
  answer: ItemAnswer,
  moment: Moment,
): FlowChange {
  const step = openStepAt(flow, position);
  const item = step.definition.checklist.find((candidate) => candidate.key === key);
  assert(item, `the step has no checklist item ${key}`);
  const kind = item.kind ?? 'tick';
  if (answer) {
    const fitting = { tick: ['tick'], passFail: ['pass', 'fail'], value: ['value'] }[kind];
    assert(fitting.includes(answer.result), `${answer.result} is no answer to a ${kind}`);
  }
  const patch = kind === 'tick' ? ticks(step, key, answer) : answers(step, key, answer, moment);
  const detail = { item: item.label.zh || item.label.en, result: answer?.result ?? 'none' };
  const line: StoryLine = { kind: 'itemAnswered', position, detail };
  return settle(flow, { ...begun(step, moment.now), ...patch }, moment, [line]);
}

function ticks(step: SopStep, key: string, answer: ItemAnswer): Pick<SopStep, 'tickedKeys'> {
  const others = step.tickedKeys.filter((ticked) => ticked !== key);
  return { tickedKeys: answer ? [...others, key] : others };
}

function answers(
  step: SopStep,
  key: string,
  answer: ItemAnswer,
  { now, by }: Moment,
): Pick<SopStep, 'answers'> {
  const { [key]: _, ...others } = step.answers ?? {};
  if (!answer || answer.result === 'tick') return { answers: others };
  if (answer.result === 'value' && answer.value.trim() === '') return { answers: others };
  if (answer.result === 'fail' && answer.note.trim() === '') {
    throw new ExpectedError('sop-fail-needs-note');
  }
  const given: CheckAnswer = {
    result: answer.result,
    at: now,
    ...(by && { by }),
    ...(answer.result === 'fail' && { note: answer.note.trim() }),
    ...(answer.result === 'value' && { value: answer.value.trim() }),
  };
  return { answers: { ...others, [key]: given } };
}
