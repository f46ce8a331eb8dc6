import type { Member } from '@shared/domain/members/member.schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataRows } from '../columns/data-rows';
import { findHeader } from '../columns/header';
import { proposeMapping } from '../columns/mapping';
import type { RawCell } from '../sheet';
import { sheetOfRows } from '../sheet-builder';
import { countPlan } from './counts';
import { existingMembersOf } from './existing-lists';
import type { MemberPlan } from './plan';
import { planMembers } from './plan-members';
import { type ConfirmChoice, decideAll, memberWrites } from './plan-writes';

const ZONE = 'Asia/Shanghai';

function plan(
  rows: RawCell[][],
  roster: Member[] = [],
  tags: Record<string, string[]> = {},
): MemberPlan {
  const sheet = sheetOfRows('Sheet1', rows);
  const header = findHeader(sheet, 'members');
  if (!header) throw new Error('the test sheet has no header');
  const data = dataRows(sheet, header);
  const { mapping } = proposeMapping(sheet, header, data, 'members');
  const tagNames = new Map(Object.entries(tags).map(([id, names]) => [id, new Set(names)]));
  return planMembers(
    { sheet, titles: header.titles, mapping, rows: data, zone: ZONE },
    existingMembersOf(roster, tagNames),
  );
}

const entriesOf = (made: MemberPlan) => [...made.entries];
const told = (made: MemberPlan) => [entriesOf(made), [...made.newMembers]];

/** What would be written, as rows. */
function written(made: MemberPlan, choice: ConfirmChoice) {
  const { newMembers, updates } = memberWrites(made, decideAll(choice));
  return { newMembers: [...newMembers], updates };
}

const known = (id: string, more: Partial<Member>): Member => ({
  id,
  name: '王芳',
  identity: 'unknown',
  source: 'import',
  ...more,
});

const actions = (made: MemberPlan) => entriesOf(made).map((entry) => entry.action);
const HEADER = ['姓名', '手机号', '微信号', '身份', '标签', '备注'];

describe('a roster row', () => {
  it('becomes a new member with everything it says', () => {
    const made = plan([HEADER, ['王芳', '13800138000', 'wf_88', '实体店主', '宝妈，老客', '三栋']]);
    expect(actions(made)).toEqual(['create']);
    expect([...made.newMembers]).toEqual([
      {
        values: {
          name: '王芳',
          phone: '+8613800138000',
          wechatId: 'wf_88',
          identity: 'store',
          note: '三栋',
        },
        tags: ['宝妈', '老客'],
      },
    ]);
  });

  it('updates the member with its phone, and a blank overwrites nothing', () => {
    const roster = [known('a', { phone: '+8613800138000', note: '旧', channel: '地推' })];
    const made = plan([HEADER, ['王芳', 13800138000, '', '消费者', '老客', '新']], roster, {
      a: ['宝妈'],
    });
    expect(made.entries.at(0)).toMatchObject({
      action: 'update',
      ref: 'a',
      changes: [
        { field: 'identity', before: 'unknown', after: 'consumer' },
        { field: 'note', before: '旧', after: '新' },
      ],
      newTags: ['老客'],
    });
  });

  it('that says nothing new is unchanged', () => {
    const roster = [known('a', { phone: '+8613800138000', note: '旧' })];
    const made = plan([HEADER, ['王芳', '138 0013 8000', '-', '——', '宝妈', '旧']], roster, {
      a: ['宝妈', '老客'],
    });
    expect(made.entries.at(0)).toMatchObject({ action: 'unchanged', ref: 'a' });
  });

  it('with the phone of somebody of another name waits for a person', () => {
    const roster = [known('a', { phone: '+8613800138000' })];
    const made = plan([HEADER, ['李强', '13800138000']], roster);
    expect(made.entries.at(0)).toMatchObject({ action: 'confirm', ref: 'a', reason: 'other-name' });
  });

  it('gives a buyer known from orders only the name of the roster', () => {
    const roster = [known('a', { phone: '+8613800138000', name: '芳芳', source: 'order' })];
    const made = plan([HEADER, ['王芳', '13800138000']], roster);
    expect(made.entries.at(0)).toMatchObject({
      action: 'update',
      changes: [{ field: 'name', before: '芳芳', after: '王芳' }],
    });
  });

  it('whose keys belong to two members waits for a person', () => {
    const roster = [
      known('a', { phone: '+8613800138000' }),
      known('b', { name: '李强', wechatId: 'lq' }),
    ];
    const made = plan([HEADER, ['王芳', '13800138000', 'lq']], roster);
    expect(made.entries.at(0)).toMatchObject({ action: 'confirm', reason: 'keys-disagree' });
    const other = plan(
      [HEADER, ['王芳', '13800138000', 'new_id']],
      [known('a', { phone: '+8613800138000', wechatId: 'old_id' })],
    );
    expect(other.entries.at(0)).toMatchObject({ action: 'confirm', reason: 'keys-disagree' });
  });

  it('with a known number but neither name nor phone of its member waits for a person', () => {
    const roster = [known('a', { phone: '+8613800138000', backOfficeId: '7' })];
    const row = (name: string, phone: string) =>
      plan(
        [
          ['姓名', '手机号', '会员编号'],
          [name, phone, '7'],
        ],
        roster,
      ).entries.at(0);
    expect(row('李强', '13900139000')).toMatchObject({
      action: 'confirm',
      reason: 'keys-disagree',
    });
    expect(row('王芳', '13900139000')).toMatchObject({ action: 'update', ref: 'a' });
    expect(row('王小芳', '13800138000')).toMatchObject({ action: 'update', ref: 'a' });
  });

  it('found by a stronger key may bring another phone and another name', () => {
    const roster = [known('a', { phone: '+8613800138000', wechatId: 'wf_88' })];
    const made = plan([HEADER, ['王小芳', '13900139000', 'wf_88']], roster);
    expect(made.entries.at(0)).toMatchObject({
      action: 'update',
      changes: [
        { field: 'name', before: '王芳', after: '王小芳' },
        { field: 'phone', before: '+8613800138000', after: '+8613900139000' },
      ],
    });
  });

  it('with a masked phone is never merged on it', () => {
    const roster = [known('a', { phone: '+8613800138000' })];
    const sheet = (name: string, phone: string) =>
      plan([HEADER, [name, phone, '', '', '', 'x']], roster);
    expect(sheet('王芳', '138****8000').entries.at(0)).toMatchObject({
      action: 'confirm',
      reason: 'weak-masked',
    });
    expect(actions(sheet('王芳', '139****8000'))).toEqual(['create']);
    expect(actions(sheet('李强', '138****8000'))).toEqual(['create']);
  });

  it('with a name alone is unchanged, to confirm or new, never an update', () => {
    const header = ['姓名', '备注'];
    const roster = [known('a', { note: '三栋' })];
    expect(actions(plan([header, ['王芳', '三栋']], roster))).toEqual(['unchanged']);
    expect(actions(plan([header, ['王芳', '五栋']], roster))).toEqual(['confirm']);
    expect(actions(plan([header, ['李强', '五栋']], roster))).toEqual(['create']);
  });

  it('that cannot be read is rejected with the cell, its row and the reason', () => {
    const made = plan([
      ['名单'],
      HEADER,
      ['王芳', '1380013800'],
      ['', '', '', '消费者'],
      ['李强', '1.39E+10'],
      ['赵敏', '13800138003', 4.4e17],
    ]);
    expect(actions(made)).toEqual(['rejected', 'rejected', 'rejected', 'rejected']);
    expect(entriesOf(made).map((entry) => 'problems' in entry && entry.problems[0])).toEqual([
      { code: 'phone-too-short', row: 3, column: 1, text: '1380013800' },
      { code: 'nobody', row: 4, column: -1, text: '' },
      { code: 'phone-destroyed', row: 5, column: 1, text: '1.39E+10' },
      { code: 'id-destroyed', row: 6, column: 2, text: '440000000000000000' },
    ]);
  });

  it('with an unreadable birthday keeps the person and tells of it', () => {
    const made = plan([
      ['姓名', '生日', '身份'],
      ['王芳', '秘密', '外星人'],
    ]);
    expect(made.entries.at(0)).toMatchObject({
      action: 'create',
      warnings: [
        { code: 'word-unknown', row: 2, column: 2, text: '外星人' },
        { code: 'date-left-out', row: 2, column: 1, text: '秘密' },
      ],
    });
  });
});

describe('rows about the same person in one file', () => {
  it('follow one another as if imported one by one', () => {
    const made = plan([
      HEADER,
      ['王芳', '13800138000', '', '', '宝妈', ''],
      ['王芳', '13800138000', '', '', '', ''],
      ['王芳', '13800138000', 'wf_88', '', '老客', ''],
      ['李强', '13800138000', '', '', '', ''],
      ['', '', 'wf_88', '消费者', '', ''],
    ]);
    expect(actions(made)).toEqual(['create', 'unchanged', 'update', 'confirm', 'update']);
    expect(written(made, 'skip').newMembers).toEqual([
      {
        values: {
          name: '王芳',
          phone: '+8613800138000',
          wechatId: 'wf_88',
          identity: 'consumer',
        },
        tags: ['宝妈', '老客'],
      },
    ]);
  });

  it('that contradict one another wait for a person', () => {
    const made = plan([
      ['姓名', '手机号', '备注'],
      ['王芳', '13800138000', '三栋'],
      ['王芳', '13800138000', '五栋'],
    ]);
    expect(made.entries.at(1)).toMatchObject({ action: 'confirm', reason: 'rows-disagree' });
  });

  it('and of a known member are one update', () => {
    const roster = [known('a', { phone: '+8613800138000' })];
    const made = plan(
      [
        HEADER,
        ['王芳', '13800138000', 'x1', '', '甲'],
        ['王芳', '13800138000', '', '', '乙', '注'],
      ],
      roster,
    );
    expect(written(made, 'skip')).toEqual({
      newMembers: [],
      updates: [{ id: 'a', patch: { wechatId: 'x1', note: '注' }, newTags: ['甲', '乙'] }],
    });
  });
});

describe('what a person decides', () => {
  const made = plan([HEADER, ['李强', '13800138000']], [known('a', { phone: '+8613800138000' })]);

  it('is written only then', () => {
    expect(written(made, 'skip')).toEqual({ newMembers: [], updates: [] });
    expect(written(made, 'same').updates[0]?.patch).toMatchObject({ name: '李强' });
    expect(written(made, 'new').newMembers[0]?.values.name).toBe('李强');
  });
});

const cell = (...values: RawCell[]) => fc.constantFrom<RawCell>(...values);
const anyRow = fc.tuple(
  cell('王芳', '李强', '赵敏', '', '-', null),
  cell('13800138000', 13900139000, '138****8000', '1380013', '', '13700137000'),
  cell('wf_88', 'lq', '', null, 12345),
  cell('消费者', '店主', '外星人', ''),
  cell('宝妈', '老客，宝妈', ''),
  cell('一', '二', '', { error: '#N/A' }),
);
const anyRoster = fc.uniqueArray(
  fc.record({
    name: fc.constantFrom('王芳', '李强', '赵敏'),
    phone: fc.constantFrom('+8613800138000', '+8613900139000', undefined),
    wechatId: fc.constantFrom('wf_88', 'lq', undefined),
  }),
  { maxLength: 4, selector: (member) => JSON.stringify(member) },
);

describe('any roster file', () => {
  const rosterOf = (members: { name: string }[]) =>
    members.map((member, index) => known(`id-${index}`, { ...member }));

  it('has every data row in exactly one count, and plans the same twice', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 12 }), anyRoster, (rows, members) => {
        const roster = rosterOf(members);
        const made = plan([HEADER, ...rows], roster);
        const data = rows.filter((row) => row.some((value) => value !== null && value !== ''));
        const counts = countPlan(made, data.length);
        const { create, update, unchanged, confirm, rejected, total } = counts;
        expect(create + update + unchanged + confirm + rejected).toBe(total);
        expect(total).toBe(data.length);
        expect(create).toBe(made.newMembers.length);
        expect(told(plan([HEADER, ...rows], roster))).toEqual(told(made));
      }),
    );
  });

  it('without open questions, imported again, changes nothing', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 5 }), (rows) => {
        const first = plan([HEADER, ...rows]);
        fc.pre(!actions(first).includes('confirm'));
        const { newMembers } = written(first, 'skip');
        // Two people of one name are an open question of their own: a row that has nothing but the
        // name asks which of them is meant as soon as both are on the roster.
        const names = newMembers.map(({ values }) => values.name);
        fc.pre(new Set(names).size === names.length);
        const roster = newMembers.map(({ values }, index) =>
          known(`id-${index}`, { ...values, source: 'import' }),
        );
        const tags = Object.fromEntries(newMembers.map((m, index) => [`id-${index}`, m.tags]));
        const again = plan([HEADER, ...rows], roster, tags);
        const expected = actions(first).map((action) =>
          action === 'rejected' ? 'rejected' : 'unchanged',
        );
        expect(actions(again)).toEqual(expected);
      }),
    );
  });

  it('has the same counts whatever the order of rows about different people', () => {
    const people = fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(people, fc.infiniteStream(fc.nat()), (numbers, weights) => {
        const rows = numbers.map((n): RawCell[] => [
          `成员${n}`,
          n % 7 === 0 ? '138' : `138001380${String(n).padStart(2, '0')}`,
        ]);
        const shuffled = rows
          .map((row) => ({ row, weight: weights.next().value }))
          .sort((a, b) => a.weight - b.weight)
          .map(({ row }) => row);
        const roster = [known('a', { name: '成员1', phone: '+8613800138001' })];
        const one = countPlan(plan([HEADER, ...rows], roster), rows.length);
        expect(countPlan(plan([HEADER, ...shuffled], roster), rows.length)).toEqual(one);
      }),
    );
  });
});
