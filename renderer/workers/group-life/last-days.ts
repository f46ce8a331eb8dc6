import type { DueInput } from '@shared/domain/group-life/health.rules';
import type { EntityName } from '@shared/domain/registry';
import type { Op } from '@shared/sync/op';
import type { ConsoleDb } from '@/db/db';
import { rowTable } from '@/db/tables';

type Round = 'rosterLists' | 'groupReadings' | 'groupInputs';
const ROUNDS = ['rosterLists', 'groupReadings', 'groupInputs'] as const;

type LastOf = Pick<DueInput, 'lastListDay' | 'lastKnownDay' | 'lastInputDay' | 'transferUntil'>;
const FIELD = {
  rosterLists: 'lastListDay',
  groupReadings: 'lastKnownDay',
  groupInputs: 'lastInputDay',
} as const satisfies Record<Round, keyof LastOf>;

/** The last day of each group's rounds, read once and then kept up by what commits say. */
export class LastDays {
  private readonly kept: Partial<Record<Round, Map<string, string>>> = {};
  private version = 0;

  onCommit(op: Op, entities: readonly EntityName[]): void {
    this.version += 1;
    for (const round of ROUNDS) {
      const known = this.kept[round];
      if (!known || !entities.includes(round)) continue;
      const changes = op.changes.filter(({ entity }) => entity === round);
      // What went, or moved to another day, may have been the last.
      if (op.hasPayload || changes.some(({ isNew }) => isNew !== true)) delete this.kept[round];
      else for (const { set } of changes) note(known, round, set ?? {});
    }
  }

  forget(): void {
    for (const round of ROUNDS) delete this.kept[round];
  }

  async read(db: ConsoleDb): Promise<ReadonlyMap<string, LastOf>> {
    const [plans, ...rounds] = await Promise.all([
      rowTable(db, 'transferPlans')
        .where('state')
        .anyOf('draft', 'inviting', 'dissolving')
        .toArray(),
      ...ROUNDS.map((round) => this.daysOf(db, round)),
    ]);
    const days = new Map<string, LastOf>();
    const put = (groupId: string, part: LastOf) =>
      days.set(groupId, { ...days.get(groupId), ...part });
    for (const [at, round] of ROUNDS.entries()) {
      for (const [groupId, day] of rounds[at] ?? []) put(groupId, { [FIELD[round]]: day });
    }
    for (const { fromGroupId, untilDay } of plans) {
      if (untilDay !== undefined) put(String(fromGroupId), { transferUntil: String(untilDay) });
    }
    return days;
  }

  private async daysOf(db: ConsoleDb, round: Round): Promise<ReadonlyMap<string, string>> {
    const known = this.kept[round];
    if (known) return known;
    const { version } = this;
    const days = new Map<string, string>();
    for (const row of await rowTable(db, round).toArray()) note(days, round, row);
    if (version === this.version) this.kept[round] = days;
    return days;
  }
}

function note(days: Map<string, string>, round: Round, row: Record<string, unknown>): void {
  if (round === 'groupReadings' && row.kind !== 'known') return;
  const [groupId, day] = [String(row.groupId), String(row.day)];
  if (day > (days.get(groupId) ?? '')) days.set(groupId, day);
}
