import type { EntityName } from '@shared/domain/registry';
import type { Op } from '@shared/sync/op';
import { type ProxyMarked, proxyMarker } from 'comlink';
import type { ConsoleDb } from '@/db/db';
import type {
  Attribution,
  FunnelAnswer,
  FunnelBreakdown,
  FunnelDimension,
  FunnelQuestion,
  PeopleAnswer,
  PeopleQuestion,
} from './funnel-types';

/** Funnels over people, sums and the console's own records; each method is a remote call. */
export class FunnelService implements ProxyMarked {
  readonly [proxyMarker] = true;

  constructor(private readonly database: () => Promise<ConsoleDb>) {}

  onCommit(_op: Op, _entities: readonly EntityName[]): void {}

  /** Every step with its bar, the times between them, and what does not add up. */
  async funnel(_question: FunnelQuestion): Promise<FunnelAnswer> {
    await this.database();
    throw new Error('not there yet');
  }

  /** The same funnel for each value of a dimension. */
  async breakdown(
    _question: FunnelQuestion,
    _by: FunnelDimension,
    _attribution: Attribution,
  ): Promise<FunnelBreakdown> {
    throw new Error('not there yet');
  }

  /** Who stands at a step, a page at a time. */
  async people(_question: PeopleQuestion): Promise<PeopleAnswer> {
    throw new Error('not there yet');
  }

  /** Ids of all members among them, ascending. */
  async memberIds(_question: PeopleQuestion): Promise<string[]> {
    throw new Error('not there yet');
  }
}
