import type { MemberFilter } from './list-types';
import type { MemberColumns } from './member-columns';
import type { RowBridge, RulePeople } from './rule-people';

type Test = (row: number) => boolean;

/** Whether a row is filtered out; undefined when nothing is. */
export async function filterTest(
  columns: MemberColumns,
  filter: MemberFilter,
  people: RulePeople,
  bridge: RowBridge,
): Promise<Test | undefined> {
  const tests = plainTests(columns, filter);
  const { tagIds, rule, ids } = filter;
  if (ids) {
    const wanted = new Set(ids.map((id) => columns.ids.numberOf(id)));
    tests.push((row) => !wanted.has(row));
  }
  if (tagIds && tagIds.length > 0) {
    const { rows, book } = await people.tagBook();
    const byHand = handTagTest(columns, tagIds);
    const byRule = book.marksOf(tagIds);
    const of = bridge.rowsIn(columns, rows);
    tests.push((row) => byRule[of[row] ?? -1] !== 1 && !byHand(row));
  }
  if (rule) {
    const { rows, marks } = await people.marksOf(rule);
    const of = bridge.rowsIn(columns, rows);
    tests.push((row) => marks[of[row] ?? -1] !== 1);
  }
  if (tests.length <= 1) return tests[0];
  return (row) => tests.some((isOut) => isOut(row));
}

function plainTests(columns: MemberColumns, filter: MemberFilter): Test[] {
  const tests: Test[] = [];
  for (const field of ['identity', 'channel', 'region', 'source'] as const) {
    const wanted = filter[field];
    if (!wanted || wanted.length === 0) continue;
    const codes = columns[field];
    const isIn = new Uint8Array(codes.values.length + 1);
    for (const value of wanted) {
      const code = codes.codeOf(value);
      if (code > 0 || value === '') isIn[code] = 1;
    }
    tests.push((row) => isIn[codes.of[row] ?? 0] !== 1);
  }
  const { hasOrders } = filter;
  if (hasOrders !== undefined) {
    tests.push((row) => (columns.orderCount[row] ?? 0) > 0 !== hasOrders);
  }
  return tests;
}

function handTagTest({ tags, tagStarts }: MemberColumns, tagIds: readonly string[]): Test {
  const isIn = new Uint8Array(tags.values.length + 1);
  for (const tagId of tagIds) if (tags.codeOf(tagId) > 0) isIn[tags.codeOf(tagId)] = 1;
  return (row) => {
    const end = tagStarts[row + 1] ?? 0;
    for (let k = tagStarts[row] ?? 0; k < end; k += 1) if (isIn[tags.of[k] ?? 0]) return true;
    return false;
  };
}
