import type { PeopleColumns } from '@shared/domain/people/people-columns';
import type { EntityName } from '@shared/domain/registry';
import type { Rule } from '@shared/domain/rules/rule.schema';
import type { Op } from '@shared/sync/op';
import { type ProxyMarked, proxyMarker } from 'comlink';
import type { ConsoleDb } from '@/db/db';
import type {
  CarriedTag,
  DataRemarks,
  PersonLine,
  RuleCount,
  RuleDrift,
  RuleExplanation,
  TagFigures,
  TagLogLine,
  TagTrial,
} from './people-types';
import type { ScoreSource } from './score-source';

/** Questions about people by rules, answered from columns in memory; each method is a remote call. */
export class PeopleService implements ProxyMarked {
  readonly [proxyMarker] = true;
  /** In the worker only: who answers for scores. */
  scoreSource: ScoreSource | undefined;
  /** Grows whenever the columns, the settings of the models or the business day change. */
  version = 0;

  constructor(private readonly database: () => Promise<ConsoleDb>) {}

  /** The write door tells what was committed. */
  onCommit(_op: Op, _entities: readonly EntityName[]): void {}

  /**
   * In the worker only: everybody in columns, kept in step with every commit. Arrays may be replaced
   * when they grow: keep the object, not its arrays.
   */
  async columns(): Promise<PeopleColumns> {
    return this.todo();
  }

  /** In the worker only: the day number of today in the workspace's zone. */
  today(): number {
    throw new Error('not built yet');
  }

  async count(_rule: Rule): Promise<RuleCount> {
    return this.todo();
  }

  /** Drawn at random with the given seed, so that asking again shows the same people. */
  async sample(_rule: Rule, _limit: number, _seed?: number): Promise<PersonLine[]> {
    return this.todo();
  }

  /** Ids of everybody who fits, ascending. */
  async ids(_rule: Rule): Promise<string[]> {
    return this.todo();
  }

  /** Per condition, why this person is in or out. */
  async explain(_rule: Rule, _memberId: string): Promise<RuleExplanation> {
    return this.todo();
  }

  async drift(_rule: Rule, _days: number): Promise<RuleDrift> {
    return this.todo();
  }

  /** Who came into (or went out of) a rule's people within the last days. */
  async driftIds(_rule: Rule, _days: number, _which: 'came' | 'went'): Promise<string[]> {
    return this.todo();
  }

  /** How many fit both of two rules, for each pair asked. */
  async overlaps(_rules: Rule[]): Promise<number[][]> {
    return this.todo();
  }

  /** What saving this rule for a tag would give and take. */
  async trial(_tagId: string | undefined, _rule: Rule): Promise<TagTrial> {
    return this.todo();
  }

  async tagFigures(): Promise<TagFigures> {
    return this.todo();
  }

  /** Works all rules out now, whatever their age. */
  async workOutTags(): Promise<TagFigures> {
    return this.todo();
  }

  async tagsOf(_memberId: string): Promise<CarriedTag[]> {
    return this.todo();
  }

  /** Newest first. */
  async tagLogOf(_memberId: string): Promise<TagLogLine[]> {
    return this.todo();
  }

  async remarks(): Promise<DataRemarks> {
    return this.todo();
  }

  private async todo(): Promise<never> {
    await this.database();
    throw new Error('not built yet');
  }
}
