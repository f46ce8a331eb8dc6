import { LONGEST_MESSAGE } from '../compliance/check.rules';
import type { ContentItem } from './content.schema';

/** What speaks against sending a piece now; each can be overridden with a reason. */
export type SendProblem =
  | { kind: 'noText' }
  | { kind: 'notApproved'; status: 'draft' | 'review' }
  | { kind: 'missing'; names: readonly string[] }
  | { kind: 'tooLong'; count: number; most: number }
  | { kind: 'forbidden'; words: readonly string[] };

/**
 * What is wrong with a piece as one group will get it. `text` is filled, `missing` names its open
 * variables, `forbidden` the words of high risk that nobody let stand. A piece that has gone out to
 * a group before is approved by that.
 */
export function sendProblems(
  item: Pick<ContentItem, 'status'>,
  { text, missing, forbidden }: SendCheck,
): SendProblem[] {
  const problems: SendProblem[] = [];
  if (item.status === 'draft' || item.status === 'review') {
    problems.push({ kind: 'notApproved', status: item.status });
  }
  if (text.trim() === '') problems.push({ kind: 'noText' });
  if (missing.length > 0) problems.push({ kind: 'missing', names: missing });
  const count = [...text].length;
  if (count > LONGEST_MESSAGE) problems.push({ kind: 'tooLong', count, most: LONGEST_MESSAGE });
  if (forbidden.length > 0) problems.push({ kind: 'forbidden', words: forbidden });
  return problems;
}

export type SendCheck = {
  text: string;
  missing: readonly string[];
  forbidden: readonly string[];
};

/** Copying is refused only where braces would go out; everything else one may paste and look at. */
export function preventsCopy(problems: readonly SendProblem[]): boolean {
  return problems.some(({ kind }) => kind === 'missing' || kind === 'noText');
}
