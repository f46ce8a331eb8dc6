import { registry } from '@shared/domain/registry';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { columnLength, columnValue, encodeColumn } from './columns';
import { type AnyRow, decodePage, encodePage, findInPage, type PagedStorage } from './page';

const storage = registry.orders.storage as PagedStorage;

const someValue = fc.oneof(fc.string(), fc.constant(undefined), fc.integer(), fc.uuid());

describe('a packed column', () => {
  it('gives every value back, whatever form its values make it take', () => {
    const types = fc.constantFrom('uuid', 'code', 'text', 'json');
    fc.assert(
      fc.property(
        types,
        fc.array(fc.oneof(fc.string(), fc.uuid(), fc.constant(undefined))),
        (type, values) => {
          const column = encodeColumn(type as 'text', values);
          expect(columnLength(column)).toBe(values.length);
          expect(values.map((_, i) => columnValue(column, i))).toEqual(values);
        },
      ),
    );
  });

  it('keeps numbers exactly, with gaps', () => {
    const number = fc.oneof(fc.integer(), fc.double({ noNaN: true }), fc.constant(undefined));
    fc.assert(
      fc.property(fc.array(number), (values) => {
        const column = encodeColumn('number', values);
        expect(values.map((_, i) => columnValue(column, i))).toEqual(values);
      }),
    );
  });

  it('keeps lists of flat objects field by field, and any other list as it is', () => {
    const line = fc.record(
      { product: fc.string(), spec: fc.string(), quantity: fc.integer(), amountFen: fc.integer() },
      { requiredKeys: ['product', 'quantity'] },
    );
    const odd = fc.array(fc.oneof(fc.string(), fc.constant(null), fc.constant({ deep: [1] })));
    fc.assert(
      fc.property(fc.array(fc.oneof({ weight: 9, arbitrary: fc.array(line) }, odd)), (values) => {
        const column = encodeColumn('list', values);
        expect(columnLength(column)).toBe(values.length);
        expect(values.map((_, i) => columnValue(column, i))).toEqual(values);
      }),
    );
  });

  it('keeps text that looks like ids, and ids that are no UUID', () => {
    const column = encodeColumn('uuid', ['workspace', '0190-x']);
    expect([columnValue(column, 0), columnValue(column, 1)]).toEqual(['workspace', '0190-x']);
  });
});

describe('a page from before a column', () => {
  it('gives its rows back without the value, and takes the value when it is written again', () => {
    const now = registry.funnelEvents.storage as PagedStorage;
    const { variant, ...before } = now.hot;
    expect(variant).toBe('code');
    const event = { id: v7(), subject: 'u1', step: 2, at: 1, channel: '抖音' };
    const old = encodePage({ ...now, hot: before }, [event], event.id);
    expect(old.hot.c.variant).toBeUndefined();
    expect(decodePage(old.hot, old.cold)).toEqual([event]);
    const changed = [{ ...event, variant: 'B' }];
    expect(decodePage(encodePage(now, changed, event.id).hot, undefined)).toEqual(changed);
  });
});

describe('a page of rows', () => {
  const row = fc.record({
    memberId: fc.uuid(),
    amountFen: fc.integer(),
    externalNo: fc.string(),
    later: someValue,
  });

  it('gives its rows back, with fields that only a newer console knows', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), (parts) => {
        const rows = parts.map((part) => dense({ id: v7(), ...part }));
        const pair = encodePage(storage, rows, rows[0]?.id ?? '');
        expect(decodePage(pair.hot, pair.cold)).toEqual(rows);
        rows.forEach((r, i) => {
          expect(findInPage(pair.hot, r.id)).toBe(i);
        });
        expect(findInPage(pair.hot, v7())).toBe(-1);
      }),
    );
  });
});

/** Without the keys whose value is undefined: that is how rows are kept. */
function dense(source: Record<string, unknown> & { id: string }): AnyRow {
  return Object.fromEntries(Object.entries(source).filter(([, v]) => v !== undefined)) as AnyRow;
}
