import type { EntityName } from '@shared/domain/registry';
import type { ConsoleDb } from '@/db/db';
import { PageSet } from '@/db/paged/page-set';
import type { FlowScope, ScopeStep } from './flow-scope';

/** Who a run brought into a group, and when. */
type Placed = { memberId: string; runId: string; at: number };

/** Memberships that name a run; few beside all there are. */
export class PlacedPeople {
  private placed: Placed[] | undefined;
  private version = 0;

  constructor(private readonly database: () => Promise<ConsoleDb>) {}

  onCommit(entities: readonly EntityName[]): void {
    if (!entities.includes('memberships')) return;
    this.version += 1;
    this.placed = undefined;
  }

  forget(): void {
    this.placed = undefined;
  }

  async ready(): Promise<readonly Placed[]> {
    while (!this.placed) {
      const { version } = this;
      const placed: Placed[] = [];
      const pages = new PageSet(await this.database(), 'memberships');
      await pages.scan(['memberId', 'runId', 'joinedAt'], ({ memberId, runId, joinedAt }) => {
        if (typeof runId !== 'string' || typeof memberId !== 'string') return;
        placed.push({ memberId, runId, at: Number(joinedAt) });
      });
      if (version === this.version) this.placed = placed;
    }
    return this.placed;
  }
}

/** Members whom the console's own records see at a step, with the first time. */
export type StepRecords = { members: Map<string, number>; runOf: Map<string, string> };

/** By position: audits approved for the step with that tool, people placed for the other. */
export function recordsOf(
  { steps, audits, events }: FlowScope,
  placed: readonly Placed[],
): Map<number, StepRecords> {
  const approved = audits.filter(({ status }) => status === 'approved');
  const inScope = placed.filter(
    ({ runId, at }) => events.runIds.has(runId) && at >= events.fromMs && at < events.untilMs,
  );
  const records = new Map<number, StepRecords>();
  for (const step of steps) {
    const rows = rowsFor(step, approved, inScope);
    if (rows.length > 0) records.set(step.position, firstTimes(rows));
  }
  return records;
}

function rowsFor(
  { definition }: ScopeStep,
  approved: readonly Placed[],
  placed: readonly Placed[],
): readonly Placed[] {
  if (definition.tool === 'audit') return approved;
  return definition.tool === 'placement' ? placed : [];
}

function firstTimes(rows: readonly Placed[]): StepRecords {
  const members = new Map<string, number>();
  const runOf = new Map<string, string>();
  for (const { memberId, at, runId } of rows) {
    const known = members.get(memberId);
    if (known !== undefined && known <= at) continue;
    members.set(memberId, at);
    runOf.set(memberId, runId);
  }
  return { members, runOf };
}
