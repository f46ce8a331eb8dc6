import type { Rule } from '@shared/domain/rules/rule.schema';
import { PEOPLE_PARTS } from '@/workers/people/people-data';
import { middle, type Place, passOver, timed } from '../place';
import { plainCount, plainPeople, type Question } from '../plain-people';

const RUNS = 9;

/** Each run asks something that was not asked before. */
const questionOf = (run: number): Question => ({
  lastDays: 30 + run * 7,
  times: 1 + (run % 3),
  netFen: 5000 + run * 700,
  quietDays: 0,
});

/** Three conditions: who they are, how often of late, how much in all. */
const ruleOf = ({ lastDays, times, netFen }: Question): Rule => ({
  kind: 'all',
  of: [
    { kind: 'not', of: { kind: 'attribute', field: 'identity', isAny: ['store'] } },
    { kind: 'times', event: { of: 'order' }, within: { lastDays }, times: { min: times } },
    { kind: 'money', measure: 'netFen', range: { min: netFen } },
  ],
});

/** A rule segment's count over loaded columns, and the first one, from disk. */
export async function measureSegment({ api }: Place): Promise<Record<string, number>> {
  const { people } = api;
  const loadMs = await timed(() => people.columns());
  const firstMs = await timed(() => people.count(ruleOf(questionOf(100))));
  const counted: number[] = [];
  const value = await middle(RUNS, (run) =>
    timed(async () => {
      counted[run] = (await people.count(ruleOf(questionOf(run)))).n;
    }),
  );
  const columns = await people.columns();
  const floor = await middle(RUNS, () => timed(() => passOver(columns)));
  const plain = plainPeople(columns);
  const today = people.today();
  const peer = await middle(3, (run) =>
    timed(() => {
      const n = plainCount(plain, today, questionOf(run));
      if (n !== counted[run]) throw new Error(`${n} by objects, ${counted[run]} by the rule`);
    }),
  );
  const linesMs = await timed(() => people.columns([...PEOPLE_PARTS, 'lines']));
  return {
    segmentCount: value,
    segmentCountFloor: floor,
    segmentCountPeer: peer,
    columnsFromDiskMs: loadMs,
    firstCountMs: firstMs,
    withProductsMs: linesMs,
  };
}
