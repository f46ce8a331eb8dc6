import { contentItemSchema } from '@shared/domain/calendar/content.schema';
import { DEFAULT_SLOT_SETTINGS } from '@shared/domain/calendar/slot-defaults';
import { describe, expect, it } from 'vitest';
import { read, utils, type WorkBook } from 'xlsx';
import { parseChoices } from '../print-choices';
import { daysOfSpan } from '../print-days';
import type { PrintOrder } from '../print-parts';
import { makeWorkbook } from './make-workbook';

const DAY = '2026-09-25';
const item = (id: string, fields: Record<string, unknown>) =>
  contentItemSchema.parse({ id, date: '2026-09-21', slot: 'noon', title: id, ...fields });

function bookOf(
  fields: Partial<Pick<PrintOrder, 'span'>> & { edition?: 'internal' } = {},
): WorkBook {
  const span = fields.span ?? 'week';
  const order: PrintOrder = {
    span,
    day: DAY,
    today: DAY,
    language: 'zh-CN',
    choices: { ...parseChoices({}), ...(fields.edition && { edition: fields.edition }) },
    qrPictures: new Map(),
    plan: {
      days: daysOfSpan(span, DAY),
      items: [
        item('一', { text: '十二点开播\n别错过', owner: '林晓燕', position: 1 }),
        item('=1+1', { position: 2 }),
        item('三\u0000\ud800 㛃䶮𠮷 😀 & <b>', { position: 3, date: '2026-09-23' }),
      ],
      plan: { id: '2026-09-21', note: '周三停送' },
      columns: [],
      groups: [],
      slots: DEFAULT_SLOT_SETTINGS,
      variables: {},
      logo: undefined,
      workspaceName: '城东鲜果团',
      timeZone: 'Asia/Shanghai',
    },
  };
  return read(makeWorkbook(order), { cellDates: false, sheetStubs: true });
}
const mergesOf = (book: WorkBook, name: string) =>
  (book.Sheets[name]?.['!merges'] ?? []).map(utils.encode_range);

describe('the workbook of a week', () => {
  it('lays the title over all columns and each slot over its rows', () => {
    const book = bookOf();
    expect(book.SheetNames).toEqual(['周历', '明细']);
    expect(mergesOf(book, '周历')).toEqual(['A1:H1', 'A2:H2', 'A5:A6', 'A9:H9']);
    const grid = book.Sheets.周历;
    expect(grid?.A1?.v).toBe('城东鲜果团');
    expect(grid?.A5?.v).toBe('午间\n11–13');
    expect(grid?.B5?.v).toContain('一');
    expect(grid?.B6?.v).toContain('=1+1');
    expect(grid?.B6?.f).toBeUndefined();
    expect(grid?.A9?.v).toContain('周三停送');
  });

  it('writes what XML can hold of any text, and leaves out only what it cannot', () => {
    expect(bookOf().Sheets.周历?.D5?.v).toContain('三 㛃䶮𠮷 😀 & <b>');
  });

  it('lists every item under the heads of the export, for members without texts and owners', () => {
    const list = (book: WorkBook) =>
      utils.sheet_to_json<Record<string, unknown>>(book.Sheets.明细 ?? {});
    const members = list(bookOf());
    expect(members.map((row) => row.标题)).toEqual(['一', '=1+1', '三 㛃䶮𠮷 😀 & <b>']);
    expect(Object.keys(members[0] ?? {})).not.toContain('正文');
    const internal = list(bookOf({ edition: 'internal' }));
    expect(internal[0]).toMatchObject({
      正文: '十二点开播\n别错过',
      负责人: '林晓燕',
      日期: 46_286,
    });
  });

  it('gives a month a sheet for each week', () => {
    const book = bookOf({ span: 'month' });
    expect(book.SheetNames).toHaveLength(6);
    expect(book.Sheets['9月21日–9月27日']?.B5?.v).toContain('一');
  });
});
