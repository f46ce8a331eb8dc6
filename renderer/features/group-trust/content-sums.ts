import type { ContentLine } from '@/workers/group-life/life-types';

export type ContentSum = Pick<
  ContentLine,
  'pieces' | 'reported' | 'sharedReports' | 'reach' | 'opens' | 'participants'
> & { key: string };

const SUMMED = ['pieces', 'reported', 'sharedReports', 'reach', 'opens', 'participants'] as const;

/** Lines added up by one trait, most pieces first; `''` where it says nothing. */
export function contentSums(
  lines: readonly ContentLine[],
  keyOf: (line: ContentLine) => string,
): ContentSum[] {
  const sums = new Map<string, ContentSum>();
  for (const line of lines) {
    const key = keyOf(line);
    const sum = sums.get(key) ?? {
      key,
      pieces: 0,
      reported: 0,
      sharedReports: 0,
      reach: 0,
      opens: 0,
      participants: 0,
    };
    for (const field of SUMMED) sum[field] += line[field];
    sums.set(key, sum);
  }
  return [...sums.values()].sort((a, b) => b.pieces - a.pieces || (a.key < b.key ? -1 : 1));
}

const LEAST_REACH = 30;

export type MemberVerdict =
  | { kind: 'few' }
  | { kind: 'small'; reach: number }
  | { kind: 'only'; own: ContentSum }
  | { kind: 'ahead'; own: ContentSum; rest: { reach: number; participants: number } }
  | { kind: 'behind'; own: ContentSum; best: ContentSum };

/** Whether members' own sharing draws most participants of all speakers, as far as reach allows. */
export function memberVerdict(bySpeaker: readonly ContentSum[]): MemberVerdict {
  const own = bySpeaker.find(({ key }) => key === 'member');
  if (!own || own.reach === 0) return { kind: 'few' };
  if (own.reach < LEAST_REACH) return { kind: 'small', reach: own.reach };
  const others = bySpeaker.filter((it) => it !== own && it.reach >= LEAST_REACH);
  const rate = ({ participants, reach }: ContentSum) => participants / reach;
  const [best] = [...others].sort((a, b) => rate(b) - rate(a));
  if (!best) return { kind: 'only', own };
  if (rate(best) >= rate(own)) return { kind: 'behind', own, best };
  const rest = others.reduce(
    (sum, it) => ({
      reach: sum.reach + it.reach,
      participants: sum.participants + it.participants,
    }),
    { reach: 0, participants: 0 },
  );
  return { kind: 'ahead', own, rest };
}
