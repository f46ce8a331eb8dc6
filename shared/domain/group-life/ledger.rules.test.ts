import { expect, it } from 'vitest';
import { groupRuleSchema, type RuleEntry } from './group-rule.schema';
import { ledgerStandings, removalProposals, rulesOfGroup } from './ledger.rules';

const rule = (id: string, more: object = {}) =>
  groupRuleSchema.parse({ id, polarity: 'forbidden', text: id, consequence: 'warning', ...more });
const entry = (id: string, more: Partial<RuleEntry> = {}): RuleEntry => ({
  id,
  groupId: 'g',
  memberId: 'm',
  ruleId: 'ads',
  kind: 'warning',
  what: '发外链',
  at: 10,
  ...more,
});
const appeal = (outcome?: 'stands' | 'withdrawn') => ({
  text: '不是广告',
  at: 11,
  ...(outcome && { outcome }),
});
const rules = [rule('ads', { warningsToRemoval: 2 }), rule('late')];

it('proposes removal at the limit, not while an appeal is open nor after it was won', () => {
  const two = [entry('1'), entry('2')];
  expect(removalProposals(two, rules)).toEqual([
    { memberId: 'm', groupId: 'g', ruleId: 'ads', warnings: 2, limit: 2 },
  ]);
  expect(removalProposals([entry('1'), entry('2', { appeal: appeal() })], rules)).toEqual([]);
  expect(
    removalProposals([entry('1'), entry('2', { appeal: appeal('withdrawn') })], rules),
  ).toEqual([]);
  expect(
    removalProposals([entry('1'), entry('2', { appeal: appeal('stands') })], rules),
  ).toHaveLength(1);
  expect(removalProposals([entry('1'), entry('2', { groupId: 'h' })], rules)).toEqual([]);
  expect(removalProposals([...two, entry('3', { kind: 'removal', at: 20 })], rules)).toEqual([]);
  expect(
    removalProposals([entry('1', { ruleId: 'late' }), entry('2', { ruleId: 'late' })], rules),
  ).toEqual([]);
});

it('adds up where somebody stands', () => {
  const entries = [
    entry('1', { kind: 'reward', points: 5 }),
    entry('2', { kind: 'reward', points: 7, givenAt: 12 }),
    entry('3', { points: -2 }),
    entry('4', { points: -9, appeal: appeal('withdrawn') }),
    entry('5', { appeal: appeal() }),
  ];
  expect(ledgerStandings(entries)).toEqual([
    {
      memberId: 'm',
      groupId: 'g',
      points: 10,
      openRewards: 1,
      warnings: 2,
      openAppeals: 1,
      isRemoved: false,
    },
  ]);
});

it('names the rules of a group', () => {
  const all = [
    rule('own', { groupId: 'g', rank: 2 }),
    rule('everybody', { rank: 1 }),
    rule('class', { classId: 'c', rank: 3 }),
    rule('other', { groupId: 'h' }),
    rule('old', { isArchived: true }),
  ];
  expect(rulesOfGroup(all, { id: 'g', classId: 'c' }).map(({ id }) => id)).toEqual([
    'everybody',
    'own',
    'class',
  ]);
});
