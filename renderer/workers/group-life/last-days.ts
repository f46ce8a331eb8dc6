import { decisionsOf } from '@shared/domain/group-life/decision.rules';
import type { GroupEvent } from '@shared/domain/group-life/group-event.schema';
import type { DueInput } from '@shared/domain/group-life/health.rules';
import type { EntityName } from '@shared/domain/registry';
import type { Op } from '@shared/sync/op';
import type { ConsoleDb } from '@/db/db';
import { rowTable } from '@/db/tables';

type Round = 'rosterLists' | 'groupReadings' | 'groupInputs';
const ROUNDS = ['rosterLists', 'groupReadings', 'groupInputs'] as const;

type LastOf = Pick<
  DueInput,
  'lastListDay' | 'lastKnownDay' | 'lastInputDay' | 'transferUntil' | 'askAgainDay'
>;
const FIELD = {
  rosterLists: 'lastListDay',
  groupReadings: 'lastKnownDay',
  groupInputs: 'lastInputDay',
} as const satisfies Record<Round, keyof LastOf>;

/** The newest decision about a group, and the day from which it is to be asked again. */
type Decided = { at: number; askAgainDay: string | undefined };

/** The last day of each group's rounds, read once and then kept up by what commits say. */
export class LastDays {
  private readonly kept: Partial<Record<Round, Map<string, string>>> = {};
  private decided: Map<string, Decided> | undefined;
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
    if (!this.decided || !entities.includes('groupEvents')) return;
    const lines = op.changes.filter(({ entity }) => entity === 'groupEvents');
    if (op.hasPayload || lines.some(({ isNew }) => isNew !== true)) this.decided = undefined;
    else for (const { set } of lines) noteDecision(this.decided, set ?? {});
  }

  forget(): void {
    for (const round of ROUNDS) delete this.kept[round];
    this.decided = undefined;
  }

  async read(db: ConsoleDb): Promise<ReadonlyMap<string, LastOf>> {
    const [decided, plans, ...rounds] = await Promise.all([
      this.decisions(db),
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
    for (const [groupId, { askAgainDay }] of decided) {
      if (askAgainDay !== undefined) put(groupId, { askAgainDay });
    }
    return days;
  }

  private async decisions(db: ConsoleDb): Promise<ReadonlyMap<string, Decided>> {
    if (this.decided) return this.decided;
    const { version } = this;
    const decided = new Map<string, Decided>();
    await rowTable(db, 'groupEvents').each((row) => noteDecision(decided, row));
    if (version === this.version) this.decided = decided;
    return decided;
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

function noteDecision(decided: Map<string, Decided>, row: Record<string, unknown>): void {
  const event = row as GroupEvent;
  const [decision] = decisionsOf([event]);
  if (!decision || decision.at < (decided.get(event.groupId)?.at ?? 0)) return;
  decided.set(event.groupId, { at: decision.at, askAgainDay: decision.askAgainDay });
}
