import type { EntityName } from '@shared/domain/registry';
import type { Op } from '@shared/sync/op';
import { type ProxyMarked, proxyMarker } from 'comlink';
import type { PeopleService } from '../people/people-service';
import type {
  CohortAnswer,
  InsightAsk,
  LtvFit,
  PersonaAnswer,
  QuadrantAnswer,
  RfmAnswer,
} from './insights-types';

/** The models over everybody: scores, cohorts, value; each method is a remote call. */
export class InsightsService implements ProxyMarked {
  readonly [proxyMarker] = true;

  constructor(private readonly people: PeopleService) {}

  onCommit(_op: Op, _entities: readonly EntityName[]): void {}

  async rfm(): Promise<RfmAnswer> {
    return this.todo();
  }

  async cohorts(): Promise<CohortAnswer> {
    return this.todo();
  }

  async persona(): Promise<PersonaAnswer> {
    return this.todo();
  }

  async quadrants(): Promise<QuadrantAnswer> {
    return this.todo();
  }

  /** Fitted in a worker of its own; the last fit is kept while the orders stay the same. */
  async ltvFit(): Promise<LtvFit> {
    return this.todo();
  }

  /** Ids, ascending, of people that only a model can name. */
  async idsOf(_ask: InsightAsk): Promise<string[]> {
    return this.todo();
  }

  private async todo(): Promise<never> {
    await this.people.remarks();
    throw new Error('not built yet');
  }
}
