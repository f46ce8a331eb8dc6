import type { Rule } from '@shared/domain/rules/rule.schema';
import { middle, type Place, passOver, timed } from '../place';
import { plainCount, plainPeople } from '../plain-people';

const RUNS = 9;
const rule: Rule = {
  kind: 'all',
  of: [
    { kind: 'not', of: { kind: 'attribute', field: 'identity', isAny: ['store'] } },
    { kind: 'times', event: { of: 'order' }, within: { lastDays: 30 }, times: { min: 1 } },
    { kind: 'money', measure: 'netFen', range: { min: 1 } },
  ],
};

/** From the commit of one more order to the count that it is in; tags worked out for one member. */
export async function measureOneMember({ api, addOrder }: Place): Promise<Record<string, number>> {
  const { people } = api;
  const quiet: Rule = { kind: 'all', of: [{ kind: 'not', of: rule }] };
  const ids = await people.ids(quiet);
  await people.count(rule);
  const tagsMs: number[] = [];
  const writeMs: number[] = [];
  const value = await middle(RUNS, async (run) => {
    const memberId = ids[run * 97] ?? '';
    const before = (await people.count(rule)).n;
    writeMs.push(await timed(() => addOrder(memberId)));
    const after = { n: 0 };
    const ms = await timed(async () => {
      after.n = (await people.count(rule)).n;
    });
    if (after.n > before + 1 || after.n < before) throw new Error(`${before} became ${after.n}`);
    tagsMs.push(await timed(() => people.bringTagsUp()));
    return ms;
  });
  const columns = await people.columns();
  const floor = await middle(5, () => timed(() => passOver(columns)));
  const plain = plainPeople(columns);
  const today = people.today();
  const question = { lastDays: 30, times: 1, netFen: 1, quietDays: 0 };
  const peer = await middle(3, () => timed(() => plainCount(plain, today, question)));
  const mid = (list: number[]) => list.sort((a, b) => a - b)[list.length >> 1] ?? Number.NaN;
  return {
    oneMember: value,
    oneMemberFloor: floor,
    oneMemberPeer: peer,
    oneMemberWriteMs: mid(writeMs),
    oneMemberTagsMs: mid(tagsMs),
  };
}
