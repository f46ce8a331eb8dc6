import {
  type GroupRule,
  RULE_ENTRY_KINDS,
  type RuleEntry,
} from '@shared/domain/group-life/group-rule.schema';

export type EntryDraft = {
  memberIds: string[];
  ruleId: string | undefined;
  kind: RuleEntry['kind'];
  what: string;
  /** Without a sign: added by a reward, taken away by anything else. */
  points: number | string;
  /** What it costs for each, in yuan; rewards only. */
  cost: number | string;
  isGiven: boolean;
};

export const entryDraft = (): EntryDraft => ({
  memberIds: [],
  ruleId: undefined,
  kind: 'reward',
  what: '',
  points: '',
  cost: '',
  isGiven: true,
});

export const kindOf = (value: string | null, before: RuleEntry['kind']): RuleEntry['kind'] =>
  RULE_ENTRY_KINDS.find((it) => it === value) ?? before;

/** A rule says what kind of entry it makes and for what; a gift is promised first, the rest is given. */
export function withRule(draft: EntryDraft, rule: GroupRule | undefined): EntryDraft {
  if (!rule) return { ...draft, ruleId: undefined };
  const { id, polarity, consequence, text, points } = rule;
  const penalty = consequence === 'removal' ? 'removal' : 'warning';
  return {
    ...draft,
    ruleId: id,
    kind: polarity === 'encouraged' ? 'reward' : penalty,
    what: text,
    points: points ?? '',
    isGiven: consequence !== 'gift',
  };
}
