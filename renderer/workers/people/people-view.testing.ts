import type { PeopleColumns, Slices } from '@shared/domain/people/people-columns';
import { TEXT_FIELDS } from '@shared/domain/rules/rule.schema';

type Fact = Record<string, unknown>;

/** Everybody in columns as plain objects by id, whatever their rows are called; for tests. */
export function viewOf(columns: PeopleColumns): Record<string, unknown> {
  const view: [string, unknown][] = [];
  for (let row = 0; row < columns.n; row += 1) {
    if (columns.isHere[row] === 1) view.push([columns.idOf(row), personOf(columns, row)]);
  }
  return Object.fromEntries(view.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function personOf(columns: PeopleColumns, row: number): unknown {
  const { groups, tagIds, orders } = columns;
  const facts = (slices: Slices, of: (slot: number) => Fact) => {
    const found: Fact[] = [];
    for (let slot = slices.start[row] ?? 0; slot < (slices.end[row] ?? 0); slot += 1) {
      found.push(of(slot));
    }
    return found;
  };
  const pick = (slices: object, slot: number, names: readonly string[]): Fact =>
    Object.fromEntries(
      names.map((name) => [name, (slices as Record<string, ArrayLike<number>>)[name]?.[slot]]),
    );
  const codes = (['identity', 'channel', 'region', 'source', 'gender'] as const).map(
    (field) => columns[field].values[(columns[field].of[row] ?? 0) - 1],
  );
  const { lines } = orders;
  return {
    codes,
    filled: columns.filled[row],
    birthday: columns.birthday[row],
    knownDay: columns.knownDay[row],
    texts: TEXT_FIELDS.map((field) => columns.text(row, field)),
    orders: facts(orders, (slot) => ({
      ...pick(orders, slot, ['day', 'at', 'amountFen', 'refundFen']),
      lines: lines
        ? Array.from(
            lines.product.slice(lines.start[slot], lines.end[slot]),
            (code) => lines.products[code],
          )
        : undefined,
    })),
    interactions: facts(columns.interactions, (slot) => ({
      ...pick(columns.interactions, slot, ['day', 'at', 'kind', 'value']),
      group: groups[(columns.interactions.group[slot] ?? 0) - 1],
    })),
    comments: facts(columns.comments, (slot) =>
      pick(columns.comments, slot, ['day', 'at', 'feeling', 'topic', 'intensity']),
    ),
    memberships: facts(columns.memberships, (slot) => ({
      ...pick(columns.memberships, slot, ['role', 'joinedDay', 'leftDay']),
      group: groups[(columns.memberships.group[slot] ?? 0) - 1],
    })),
    assignments: facts(columns.assignments, (slot) => ({
      ...pick(columns.assignments, slot, ['sinceDay', 'untilDay']),
      tag: tagIds[(columns.assignments.tag[slot] ?? 0) - 1],
    })),
  };
}
