import type { Rule } from '@shared/domain/rules/rule.schema';
import { middle, type Place, passOver, timed } from '../place';
import { plainPeople } from '../plain-people';

const TEXTS = ['王', '李芳', '张', '8013', '陈小', 'wang', '刘', '阿姨', '1388'];

const rule: Rule = {
  kind: 'times',
  event: { of: 'order' },
  within: { lastDays: 90 },
  times: { min: 2 },
};

/** The members' search, and the list narrowed by a rule and sorted, each over loaded columns. */
export async function measureMembers({ api }: Place): Promise<Record<string, number>> {
  const { lists, people } = api;
  const listFromDiskMs = await timed(() => lists.queryMembers({ limit: 50 }));
  await lists.queryMembers({ text: '赵', limit: 50 });
  const search = await middle(TEXTS.length, (run) =>
    timed(() => lists.queryMembers({ text: TEXTS[run], limit: 50 })),
  );
  await lists.queryMembers({ filter: { rule }, limit: 50 });
  const sorts = ['name', 'spent', 'orders', 'lastOrder', 'region'] as const;
  const sortFirstMs: number[] = [];
  for (const sort of sorts) {
    sortFirstMs.push(await timed(() => lists.queryMembers({ filter: { rule }, sort, limit: 50 })));
  }
  const filterSortMs = await middle(sorts.length, (run) =>
    timed(() =>
      lists.queryMembers({ filter: { rule, hasOrders: true }, sort: sorts[run], limit: 50 }),
    ),
  );
  const facetsMs = await timed(() => lists.memberFacets());
  const columns = await people.columns();
  const plain = plainPeople(columns);
  const peer = await middle(3, (run) =>
    timed(() => plain.filter(({ name }) => name.includes(TEXTS[run] ?? '')).length),
  );
  const floor = await middle(5, () => timed(() => passOver(columns)));
  return {
    search,
    searchFloor: floor,
    searchPeer: peer,
    listFromDiskMs,
    filterSortMs,
    longestFirstSortMs: Math.max(...sortFirstMs),
    facetsMs,
  };
}
