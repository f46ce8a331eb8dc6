import type { Member } from '@shared/domain/members/member.schema';
import { expect, test } from 'vitest';
import { dataRows } from '../columns/data-rows';
import { findHeader } from '../columns/header';
import { proposeMapping } from '../columns/mapping';
import type { RawCell } from '../sheet';
import { sheetOfRows } from '../sheet-builder';
import { existingMembersOf } from './existing-lists';
import { planMembers } from './plan-members';

const person = (id: string, name: string, phone?: string): Member => ({
  id,
  name,
  identity: 'unknown',
  source: 'import',
  ...(phone === undefined ? {} : { phone }),
});
const ROSTER = [
  person('m1', '王芳', '+8613800138000'),
  person('m2', '王芳', '+8613800138000'),
  person('m3', '李强'),
  person('m4', '李强'),
];

function planned(rows: RawCell[][]) {
  const sheet = sheetOfRows('Sheet1', [['群舵编号', '姓名', '手机号', '备注'], ...rows]);
  const header = findHeader(sheet, 'members');
  if (!header) throw new Error('the test sheet has no header');
  const data = dataRows(sheet, header);
  const { mapping } = proposeMapping(sheet, header, data, 'members');
  const file = { sheet, titles: header.titles, mapping, rows: data, zone: 'Asia/Shanghai' };
  const { entries } = planMembers(file, existingMembersOf(ROSTER, new Map()));
  return [...entries].map((entry) => [
    entry.action,
    'ref' in entry ? entry.ref : undefined,
    'reason' in entry ? entry.reason : undefined,
  ]);
}

test('the console’s own number tells namesakes apart, and people who share a phone', () => {
  expect(
    planned([
      ['m2', '王芳', '13800138000', '三栋'],
      ['m1', '王芳', '13800138000', ''],
      ['m4', '李强', '', '二栋'],
      ['m3', '李小强', '', ''],
    ]),
  ).toEqual([
    ['update', 'm2', undefined],
    ['unchanged', 'm1', undefined],
    ['update', 'm4', undefined],
    ['update', 'm3', undefined],
  ]);
});

test('a number that nobody has leaves the ordinary keys to decide', () => {
  expect(planned([['of-another-console', '赵敏', '13900139000', '']])).toEqual([
    ['create', 0, undefined],
  ]);
});

test('a row whose phone belongs to somebody else is asked about, not written', () => {
  const [row] = planned([['m3', '王芳', '13800138000', '']]);
  expect(row?.[0]).toBe('confirm');
});
