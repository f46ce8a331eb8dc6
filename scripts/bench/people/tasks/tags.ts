import { middle, type Place, passOver, timed } from '../place';
import { plainCount, plainPeople } from '../plain-people';

const RUNS = 3;

/** All tags worked out again for everybody, written down included; the first time, from disk. */
export async function measureTags({ api }: Place): Promise<Record<string, number>> {
  const { people } = api;
  const tagsFromDiskMs = await timed(() => people.workOutTags());
  const figures: number[] = [];
  let longestWaitMs = 0;
  const value = await middle(RUNS, async (run) => {
    // What was kept of the last time would make it too easy.
    people.forgetAnswers();
    const watch = watchWaits((ms) => {
      longestWaitMs = Math.max(longestWaitMs, ms);
    });
    figures[run] = await timed(() => people.workOutTags());
    watch.stop();
    return figures[run] ?? Number.NaN;
  });
  const { byRule, failed } = await people.tagFigures();
  const columns = await people.columns();
  const tags = (await people.ruleCount()).rules;
  const floor = (await middle(5, () => timed(() => passOver(columns)))) * tags;
  const plain = plainPeople(columns);
  const today = people.today();
  const one = await middle(3, (run) =>
    timed(() =>
      plainCount(plain, today, { lastDays: 30 + run, times: 1, netFen: 0, quietDays: 0 }),
    ),
  );
  return {
    tagsAll: value,
    tagsAllFloor: floor,
    tagsAllPeer: one * tags,
    tagsFromDiskMs,
    longestWaitMs,
    rules: tags,
    carriedTags: Object.keys(byRule).length,
    failedRules: failed.length,
  };
}

/** How long others in this worker had to wait meanwhile. */
function watchWaits(tell: (ms: number) => void): { stop: () => void } {
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    tell(now - last);
    last = now;
  }, 1);
  return { stop: () => clearInterval(timer) };
}
