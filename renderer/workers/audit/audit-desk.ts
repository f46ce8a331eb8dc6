import type { EntityName } from '@shared/domain/registry';
import {
  type AuditProgress,
  auditPace,
  auditProgress,
  auditQueue,
  missingIds,
} from '@shared/domain/sop/audit.rules';
import type { Audit } from '@shared/domain/sop/audit.schema';
import {
  type PlannedLine,
  planPastedLines,
  readPastedLines,
} from '@shared/domain/sop/audit-lines.rules';
import {
  type IdConflict,
  idConflicts,
  type MatchAnswer,
  matchPerson,
  type TraceMember,
} from '@shared/domain/sop/audit-match.rules';
import { Turns } from '@shared/lib/turns';
import type { Op } from '@shared/sync/op';
import { type ProxyMarked, proxyMarker } from 'comlink';
import type { ConsoleDb } from '@/db/db';
import { compileNameTest } from '../index/name-match';
import { loadReadings } from '../index/pinyin-readings';
import { AuditQueues } from './audit-queues';
import type { AuditAnswer, AuditQuestion, AuditView } from './audit-types';
import { findHolders, findNamed, findTraces } from './find-traces';
import { membersAtStep } from './members-at-step';
import { TracePages } from './trace-pages';

/** What nobody has asked for so long is given back. */
const IDLE_MS = 5 * 60_000;
const DEFAULT_LIMIT = 4;

export type TypedIds = { phone?: string; wechatId?: string; backOfficeId?: string };

type Held = { db: ConsoleDb; queues: AuditQueues; traces: TracePages };

/** The data worker's counter for the audit: the queue at any size, and who a person may be. */
export class AuditDesk implements ProxyMarked {
  readonly [proxyMarker] = true;
  private made: Promise<Held> | undefined;
  private current: Held | undefined;
  private idle: ReturnType<typeof setTimeout> | undefined;
  private readonly turns = new Turns();
  /** Whether all four ids of a member are known, as last looked up. */
  private readonly complete = new Map<string, boolean>();

  constructor(private readonly database: () => Promise<ConsoleDb>) {}

  onCommit(op: Op, entities: readonly EntityName[]): void {
    const idsOf = (entity: EntityName) =>
      op.changes.filter((change) => change.entity === entity).map(({ id }) => id);
    if (entities.includes('members')) {
      const ids = idsOf('members');
      this.current?.traces.mark(op.hasPayload ? 'all' : ids);
      if (op.hasPayload) this.complete.clear();
      else for (const id of ids) this.complete.delete(id);
    }
    if (entities.includes('audits')) {
      this.current?.queues.mark(op.hasPayload ? 'all' : idsOf('audits'));
    }
  }

  async queue(runId: string, question: AuditQuestion): Promise<AuditAnswer> {
    const { queues, traces } = await this.ready();
    const audits = [...(await queues.of(runId)).values()];
    const listed = await this.inView(audits, question, traces);
    const at = question.from ? listed.findIndex((it) => it.memberId === question.from) : -1;
    const offset = Math.max(0, at >= 0 ? at : Math.min(question.offset ?? 0, listed.length - 1));
    const page = listed.slice(offset, offset + (question.limit ?? DEFAULT_LIMIT));
    const decided = audits.filter(({ decidedBy, status, at: when, queuedAt }) =>
      status === 'waiting' ? false : decidedBy !== undefined || when !== queuedAt,
    );
    const newest = decided.reduce<Audit | undefined>(
      (best, it) => (best && best.at >= it.at ? best : it),
      undefined,
    );
    const pace = auditPace(
      decided.map((it) => it.at),
      Date.now(),
    );
    return {
      progress: auditProgress(audits),
      complete: this.countComplete(audits, traces),
      ...(pace && { pace }),
      ...(newest && {
        lastDecidedId: newest.memberId,
        lastDecidedName: traces.find(newest.memberId)?.name ?? '',
      }),
      total: listed.length,
      offset,
      lines: page.map((audit) => ({ audit, name: traces.find(audit.memberId)?.name ?? '' })),
    };
  }

  /** How far a run's queue is, without looking at its people. */
  async progress(runId: string): Promise<AuditProgress> {
    const { queues } = await this.held();
    return auditProgress([...(await queues.of(runId)).values()]);
  }

  /** Members of the queue of a run, whatever their state: nobody is queued twice. */
  async queuedIds(runId: string): Promise<string[]> {
    const { queues } = await this.ready();
    return [...(await queues.of(runId)).values()].map(({ memberId }) => memberId);
  }

  /** Who this member may also be, and what that would fill in. */
  async suggest(memberId: string): Promise<MatchAnswer> {
    const { traces } = await this.ready();
    const me = traces.find(memberId);
    if (!me) return { suggestions: [], twins: [] };
    const readingsOf = await loadReadings();
    return matchPerson(me, findTraces(traces.pages, me, readingsOf), readingsOf);
  }

  /** Which of the ids as they are typed belong to somebody else. */
  async conflicts(memberId: string, typed: TypedIds): Promise<IdConflict[]> {
    const { traces } = await this.ready();
    return idConflicts(memberId, typed, findHolders(traces.pages, typed));
  }

  /** What becomes of pasted lines; read only, for a person to look at. */
  async plan(runId: string, text: string): Promise<PlannedLine[]> {
    const { queues, traces } = await this.ready();
    const queued = [...(await queues.of(runId)).values()].map(({ memberId }) => memberId);
    const lines = readPastedLines(text);
    return planPastedLines(lines, findNamed(traces.pages, lines), new Set(queued));
  }

  /** Members with an event of this run at this step: they wrote back. */
  async repliedIds(runId: string, position: number): Promise<string[]> {
    const { db } = await this.ready();
    return membersAtStep(db, runId, position);
  }

  private async inView(
    audits: readonly Audit[],
    { view, text = '' }: AuditQuestion,
    traces: TracePages,
  ): Promise<Audit[]> {
    const listed = auditsInView(audits, view);
    if (text.trim() === '') return listed;
    const test = compileNameTest(text.trim(), await loadReadings());
    return listed.filter(({ memberId }) => {
      const name = traces.find(memberId)?.name ?? '';
      return test(name, 0, name.length);
    });
  }

  private countComplete(audits: readonly Audit[], traces: TracePages): number {
    let count = 0;
    for (const { memberId } of audits) {
      let isComplete = this.complete.get(memberId);
      if (isComplete === undefined) {
        isComplete = hasAllIds(traces.find(memberId));
        this.complete.set(memberId, isComplete);
      }
      if (isComplete) count += 1;
    }
    return count;
  }

  /** With what is known of people as it is now. */
  private async ready(): Promise<Held> {
    const made = await this.held();
    // One after another, so that two questions at once do not read the same pages twice.
    await this.turns.take(() => made.traces.refresh());
    return made;
  }

  private held(): Promise<Held> {
    clearTimeout(this.idle);
    this.idle = setTimeout(() => this.forget(), IDLE_MS);
    this.made ??= this.database().then((db) => {
      this.current = { db, queues: new AuditQueues(db), traces: new TracePages(db) };
      return this.current;
    });
    return this.made;
  }

  private forget(): void {
    this.current?.queues.forget();
    this.current?.traces.forget();
    this.complete.clear();
  }
}

/** The open ones in the order they are worked off; the decided ones newest first. */
function auditsInView(audits: readonly Audit[], view: AuditView): Audit[] {
  if (view !== 'decided') return auditQueue(audits).filter(({ status }) => status === view);
  return audits
    .filter(({ status }) => status === 'approved' || status === 'rejected')
    .sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
}

const hasAllIds = (member: TraceMember | undefined) =>
  member !== undefined && missingIds(member).length === 0;
