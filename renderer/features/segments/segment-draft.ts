import type { Rule } from '@shared/domain/rules/rule.schema';
import { navigate } from 'wouter/use-hash-location';

/** A segment that somebody began elsewhere and has not saved. */
export type SegmentDraft = { name: string; rule: Rule };

let draft: SegmentDraft | undefined;

/** Opens the builder with a rule that exists already: a choice of people, a copy, a set. */
export function openSegmentDraft(next: SegmentDraft): void {
  draft = next;
  navigate('/members/segments/new');
}

/** What the builder begins with; asked for once, so that a later new segment begins empty. */
export function takeSegmentDraft(): SegmentDraft | undefined {
  const taken = draft;
  draft = undefined;
  return taken;
}
