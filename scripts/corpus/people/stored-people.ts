import type { PeopleCase } from './people-case';

type Row = Readonly<Record<string, unknown>>;
type StoredRows = Readonly<
  Record<'members' | 'orders' | 'tags' | 'tagAssignments', readonly Row[]>
>;

const without = (row: Row, fields: readonly string[]) =>
  Object.fromEntries(
    Object.entries(row).filter(([name, value]) => value !== undefined && !fields.includes(name)),
  );
const byText = (field: string) => (a: Row, b: Row) =>
  String(a[field]) < String(b[field]) ? -1 : 1;
/** What the store itself adds to a row. */
const OWN = ['id', 'batchId', 'source', 'memberId', 'rev', 'createdAt', 'updatedAt', 'deletedAt'];

/** What is stored, in the form that cases expect: without ids, in the order of names and numbers. */
export function storedPeople({ members, orders, tags, tagAssignments }: StoredRows) {
  const tagNames = new Map(tags.map((tag) => [tag.id, String(tag.name)]));
  const people = members.map((member): Row => {
    // What rules give follows a moment later and is nothing that a file brought.
    const own = tagAssignments.filter(
      ({ memberId, source }) => memberId === member.id && source !== 'rule',
    );
    const names = own.map(({ tagId }) => tagNames.get(tagId) ?? '').sort();
    const isUnknown = member.identity === 'unknown';
    return {
      ...without(member, isUnknown ? [...OWN, 'identity'] : OWN),
      ...(names.length > 0 ? { tags: names } : {}),
    };
  });
  const nameOf = new Map(members.map(({ id, name }) => [id, name]));
  const bought = orders.map(
    (order): Row => ({
      ...without(order, OWN),
      buyer: nameOf.get(order.memberId),
    }),
  );
  return {
    members: people.sort(byText('name')),
    orders: bought.sort(byText('externalNo')),
  };
}

/** What must come of a case in an empty console. */
export function dueOf({ counts, members, orders = [], reasons = [] }: PeopleCase) {
  const { rows, create = 0, unchanged = 0, confirm = 0, rejected = 0 } = counts;
  const total = create + unchanged + confirm + rejected;
  return {
    counts: { create, update: 0, unchanged, confirm, rejected, total, rows },
    members,
    orders,
    reasons: [...reasons].sort(),
  };
}
