import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataRows } from '@shared/domain/import/columns/data-rows';
import { findHeader } from '@shared/domain/import/columns/header';
import { proposeMapping } from '@shared/domain/import/columns/mapping';
import type { ImportKind } from '@shared/domain/import/import-batch.schema';
import { countPlan } from '@shared/domain/import/plan/counts';
import { existingMembersOf, existingOrdersOf } from '@shared/domain/import/plan/existing-lists';
import { planMembers } from '@shared/domain/import/plan/plan-members';
import { planOrders } from '@shared/domain/import/plan/plan-orders';
import type { RawCell } from '@shared/domain/import/sheet';
import { sheetOfRows } from '@shared/domain/import/sheet-builder';
import type { Member } from '@shared/domain/members/member.schema';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { withDefaults } from '../model/options';
import { writeSample } from './write-sample';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qunduo-import-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function cellsOf(path: string): RawCell[][] {
  const bytes = readFileSync(path);
  if (path.endsWith('.csv')) {
    return Papa.parse<string[]>(bytes.toString('utf8').replace(/^\uFEFF/, '')).data;
  }
  const book = XLSX.read(bytes, { cellDates: true, UTC: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
  return XLSX.utils.sheet_to_json<RawCell[]>(sheet, { header: 1, defval: null, UTC: true });
}

function mappedRows(name: string, kind: ImportKind) {
  const sheet = sheetOfRows(name, cellsOf(join(folder, name)));
  const header = findHeader(sheet, kind);
  if (!header) throw new Error(`no header in ${name}`);
  const rows = dataRows(sheet, header);
  const { mapping } = proposeMapping(sheet, header, rows, kind);
  return { sheet, titles: header.titles, mapping, rows, zone: 'Asia/Shanghai' };
}

describe('importing a sample', () => {
  it.each(['generic', 'kuaituantuan'] as const)('gives what truth.json says: %s', (shape) => {
    const options = withDefaults({ members: 400, orders: 1200, strangers: 15, days: 120 });
    const truth = writeSample(options, { folder, shape, roster: ['xlsx'], interactions: 0 });

    const roster = mappedRows('roster.xlsx', 'members');
    const members = planMembers(roster, existingMembersOf([], new Map()));
    expect(countPlan(members, roster.rows.length)).toMatchObject({ create: 400, total: 400 });
    const made = [...members.newMembers].map(
      ({ values }, i): Member => ({
        identity: 'unknown',
        ...values,
        id: `m${i}`,
        source: 'import',
      }),
    );
    const perIdentity = (identity: string) => made.filter((m) => m.identity === identity).length;
    expect(perIdentity('store')).toBe(truth.members.byIdentity.store);
    expect(perIdentity('online')).toBe(truth.members.byIdentity.online);
    expect(made.filter((member) => member.phone)).toHaveLength(truth.members.withPhone);

    const file = mappedRows(truth.files.orders[0] ?? '', 'orders');
    const orders = planOrders(
      { ...file, campaign: undefined, assumedAt: 0 },
      existingMembersOf(made, new Map()),
      existingOrdersOf([]),
    );
    expect(countPlan(orders, file.rows.length)).toMatchObject({
      create: 1200,
      total: 1200,
      newMembers: truth.members.newFromOrders,
    });
    const read = [...orders.entries].flatMap((entry) =>
      entry.action === 'create' ? entry.order : [],
    );
    const byStatus: Record<string, { orders: number; amountFen: number }> = {};
    for (const { status, amountFen } of read) {
      const known = byStatus[status] ?? { orders: 0, amountFen: 0 };
      byStatus[status] = { orders: known.orders + 1, amountFen: known.amountFen + amountFen };
    }
    expect(byStatus).toEqual(truth.orders.byStatus);
    expect(read.reduce((sum, order) => sum + order.refundFen, 0)).toBe(truth.orders.refundFen);
    expect(read.reduce((sum, order) => sum + order.lines.length, 0)).toBe(truth.orders.lines);
  });
});
