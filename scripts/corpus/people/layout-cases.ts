import { type BookSheet, sheetXml, workbook } from '../workbook';
import {
  book,
  type Cell,
  HEADER,
  LI,
  PEOPLE,
  type PeopleCase,
  rowsXml,
  twoPeople,
  WANG,
} from './people-case';

const [, WANG_ROW = [], LI_ROW = []] = PEOPLE;
const ROSTER: BookSheet = { name: '名单', xml: sheetXml(rowsXml(PEOPLE)) };
const beside = (name: string, rows: readonly (readonly Cell[])[], state?: BookSheet['state']) => ({
  name,
  xml: sheetXml(rowsXml(rows)),
  ...(state ? { state } : {}),
});
const OTHERS: readonly (readonly Cell[])[] = [
  HEADER,
  ['周杰', '13800138005'],
  ['赵敏', '13800138006'],
  ['陈新', '13800138007'],
];
const SUMMARY: readonly (readonly Cell[])[] = [
  ['汇总'],
  ['小区', '人数'],
  ['春田花园', 12],
  ['秋山苑', 8],
  ['合计', 20],
];

/** Two people however their rows lie between titles, notes, sums and other sheets. */
export const layoutCases: PeopleCase[] = [
  twoPeople('a hidden sheet with more people', () =>
    workbook({ sheets: [beside('旧名单', OTHERS, 'hidden'), ROSTER] }),
  ),
  twoPeople('a very hidden sheet with more people', () =>
    workbook({ sheets: [beside('旧名单', OTHERS, 'veryHidden'), ROSTER] }),
  ),
  twoPeople('a summary before the people', () =>
    workbook({ sheets: [beside('汇总', SUMMARY), ROSTER] }),
  ),
  twoPeople('a sheet of notes before the people', () =>
    workbook({
      sheets: [beside('填写说明', [['说明'], ['1. 请按模板填写'], ['2. 手机号必填']]), ROSTER],
    }),
  ),
  twoPeople('blank sheets around the people', () =>
    workbook({ sheets: [beside('Sheet1', []), ROSTER, beside('Sheet3', [])] }),
  ),
  twoPeople('a title above the header', () =>
    book([['春田花园团购群成员名单'], ...PEOPLE], { merges: ['A1:B1'] }),
  ),
  twoPeople('a title, the day and instructions above the header', () =>
    book([
      ['成员名单'],
      ['导出时间：2026-11-13 08:05:00', '导出人：小周'],
      ['填写须知：1. 手机号必填；2. 请勿修改表头；3. 每行一位成员，姓名不超过 20 字'],
      [],
      ...PEOPLE,
    ]),
  ),
  twoPeople('a header of two rows under a group that is merged', () =>
    book([['客户信息', null, '其他'], ['姓名', '手机号', '备注'], WANG_ROW, LI_ROW], {
      merges: ['A1:B1'],
    }),
  ),
  twoPeople('a header merged over two rows beside a group', () =>
    book([['姓名', '联系', null], [null, '手机号', '地址'], WANG_ROW, LI_ROW], {
      merges: ['A1:A2', 'B1:C1'],
    }),
  ),
  twoPeople('the header again in the middle', () => book([HEADER, WANG_ROW, HEADER, LI_ROW])),
  twoPeople('a row of sums at the end', () => book([...PEOPLE, ['合计', 2]])),
  twoPeople('a sum with a colon at the end', () => book([...PEOPLE, [], ['总计：2 人']])),
  twoPeople('blank rows between', () => book([[], HEADER, [], WANG_ROW, [], [], LI_ROW, []])),
  twoPeople('blanks and nothing in the cells of rows between', () =>
    book([HEADER, ['  ', ''], WANG_ROW, ['\t', ' '], LI_ROW]),
  ),
  twoPeople('rows and columns that begin in the middle of the sheet', () =>
    book([[], [], ...PEOPLE.map((row) => [null, null, null, ...row])]),
  ),
  twoPeople('columns without a name between and behind', () =>
    book(PEOPLE.map(([name = '', phone = '']) => [name, null, phone, null, null])),
  ),
  twoPeople('headers with stars, brackets and line breaks', () =>
    book([['*姓名（必填）', '手机号\n(11位)'], WANG_ROW, LI_ROW]),
  ),
  twoPeople('English headers', () => book([['Name', 'Phone Number'], WANG_ROW, LI_ROW])),
  twoPeople('the phone before the name', () =>
    book(PEOPLE.map(([name = '', phone = '']) => [phone, name])),
  ),
  twoPeople('headers that programs use for themselves', () =>
    book([
      ['__proto__', '姓名', 'constructor', '手机号', 'toString'],
      ['甲', '王芳', '乙', '13800138000', '丙'],
      ['丁', '李强', '戊', '13800138001', '己'],
    ]),
  ),
  twoPeople('two columns of one name, of which the first that is filled counts', () =>
    book([
      ['姓名', '手机号', '手机号'],
      ['王芳', '13800138000', '13800138009'],
      ['李强', null, '13800138001'],
    ]),
  ),
  twoPeople('a column of numbers of rows before the names', () =>
    book([
      ['序号', ...HEADER],
      [1, ...WANG_ROW],
      [2, ...LI_ROW],
    ]),
  ),
  {
    ...twoPeople('one person on two rows', () => book([...PEOPLE, WANG_ROW])),
    counts: { rows: 3, create: 2, unchanged: 1 },
    members: [LI, WANG],
    reasons: ['row-repeated'],
  },
  {
    ...twoPeople('a row without anybody', () =>
      book([['备注', ...HEADER], ['甲', ...WANG_ROW], ['没有人']]),
    ),
    counts: { rows: 2, create: 1, rejected: 1 },
    members: [{ ...WANG, note: '甲' }],
    reasons: ['nobody'],
  },
];
