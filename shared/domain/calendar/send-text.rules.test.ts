import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sendProblems } from './send-problems.rules';
import { fillSendText, splitAtVariables, variablesIn } from './send-text.rules';
import { readSendVariables } from './send-variables.schema';

const facts = {
  day: '2026-11-23',
  groupName: '城东 1 群',
  workspaceVariables: { 团长: '林姐', 取货点: '小区南门' },
};
const fill = (text: string, more = {}) => fillSendText(text, { ...facts, ...more });

describe('the text of one group', () => {
  it('takes the group, the day and what the leader typed', () => {
    const { text, missing } = fill('{群名}的邻居们，{日期}{星期}，{节气}到，{团长}在{取货点}等你');
    expect(text).toBe('城东 1 群的邻居们，11月23日星期一，小雪到，林姐在小区南门等你');
    expect(missing).toEqual([]);
    expect(fill('{农历}').text).toBe('十月十五');
  });

  it('puts a value of the group before one of the workspace', () => {
    expect(fill('{取货点}', { groupVariables: { 取货点: '北门驿站' } }).text).toBe('北门驿站');
    expect(fill('{取货点}', { groupVariables: { 取货点: ' ' } }).text).toBe('小区南门');
  });

  it('takes names in either language and full-width braces', () => {
    expect(fill('{group} on {weekday}, {pickup}, {date}').text).toBe(
      '城东 1 群 on Monday, 小区南门, 23 Nov',
    );
    expect(fill('｛团长｝').text).toBe('林姐');
  });

  it('names what has no value, each once, and leaves it to be seen', () => {
    const { text, missing } = fill('{优惠码} {nickname} {优惠码}');
    expect(missing).toEqual(['优惠码', '昵称']);
    expect(text).toBe('{优惠码} {nickname} {优惠码}');
    expect(fill('{群名}', { groupName: undefined }).missing).toEqual(['群名']);
    expect(fill('{节日}').missing).toEqual(['节日']);
  });

  it('does not take inherited names for values, nor fill what a value brings', () => {
    expect(fill('{constructor}').missing).toEqual(['constructor']);
    const chained = fill('{团长}', { workspaceVariables: { 团长: '{取货点}' } });
    expect(chained.text).toBe('{取货点}');
  });

  it('either fills every variable or says which is missing', () => {
    const part = fc.oneof(
      fc.string(),
      fc.constantFrom('{团长}', '{群名}', '{无}', '｛日期｝', '𠮷😀'),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.join('');
        const { text: filled, missing } = fill(text);
        for (const name of missing) expect(variablesIn(text)).toContain(name);
        // Braces that stood around a variable may read as one afterwards: each is looked at alone.
        const each = splitAtVariables(text).map((piece, at) =>
          at % 2 === 1 ? fill(piece) : { text: piece, missing: [] },
        );
        expect(filled).toBe(each.map((piece) => piece.text).join(''));
        expect(missing).toEqual([...new Set(each.flatMap((piece) => piece.missing))]);
      }),
    );
  });

  it('is cut at its variables without losing a character', () => {
    expect(splitAtVariables('到{取货点}取')).toEqual(['到', '{取货点}', '取']);
    fc.assert(fc.property(fc.string(), (text) => splitAtVariables(text).join('') === text));
  });

  it('reads stored variables and nothing from what is no such row', () => {
    expect(readSendVariables({ values: { 团长: '林姐' } })).toEqual({ 团长: '林姐' });
    expect(readSendVariables({ values: { 团长: 3 } })).toEqual({});
    expect(readSendVariables(undefined)).toEqual({});
  });
});

describe('what speaks against sending', () => {
  const fine = { text: '早上好', missing: [], forbidden: [] };
  it('is nothing for an approved text that holds', () => {
    expect(sendProblems({ status: 'ready' }, fine)).toEqual([]);
    expect(sendProblems({ status: 'sent' }, fine)).toEqual([]);
  });

  it('is each of its reasons', () => {
    const text = '𠮷'.repeat(4001);
    const kinds = sendProblems(
      { status: 'draft' },
      { text, missing: ['取货点'], forbidden: ['第一'] },
    ).map(({ kind }) => kind);
    expect(kinds).toEqual(['notApproved', 'missing', 'tooLong', 'forbidden']);
    expect(sendProblems({ status: 'ready' }, { ...fine, text: ' \n' })).toEqual([
      { kind: 'noText' },
    ]);
    expect(sendProblems({ status: 'ready' }, { ...fine, text: '𠮷'.repeat(4000) })).toEqual([]);
  });
});
