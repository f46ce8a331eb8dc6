import type { EntityName } from '@shared/domain/registry';
import type { Op } from '@shared/sync/op';
import type { ConsoleDb } from '@/db/db';
import { type FactColumns, type FactSpec, factsOf, idOfFact, loadFacts } from './fact-columns';
import { movesOf, withMoves } from './fact-moves';
import { refreshFacts, type StaleFacts, touchedBy } from './fact-refresh';

/**
 * Facts in memory, loaded with the first question; after a commit that names what it changed, only
 * the pages that it touched are read again.
 */
export class FactIndex {
  private facts: FactColumns | undefined;
  /** What the facts were before commits that nobody has asked about yet. */
  private stale: StaleFacts | undefined;
  private loading: Promise<FactColumns> | undefined;
  /** Grows with every commit that touches the entity. */
  private version = 0;

  constructor(
    private readonly db: ConsoleDb,
    private readonly spec: FactSpec,
  ) {}

  onCommit(op: Op, entities: readonly EntityName[]): void {
    if (!entities.includes(this.spec.entity)) return;
    this.version += 1;
    const before = this.facts ? { facts: this.facts, ids: [] } : this.stale;
    const moves = this.facts && movesOf(op, this.spec.entity);
    this.facts = this.facts && moves && withMoves(this.facts, moves);
    this.stale = this.facts ? undefined : before && touchedBy(before, op, this.spec.entity);
  }

  /** Ids of these members' facts as of the last commit; undefined while nothing is in memory. */
  idsOf(memberIds: readonly string[]): Map<string, string[]> | undefined {
    const { facts } = this;
    if (!facts) return undefined;
    return new Map(
      memberIds.map((id) => [id, Array.from(factsOf(facts, id), (row) => idOfFact(facts, row))]),
    );
  }

  forget(): void {
    this.facts = undefined;
    this.stale = undefined;
  }

  async ready(): Promise<FactColumns> {
    if (this.facts) return this.facts;
    this.loading ??= this.load().finally(() => {
      this.loading = undefined;
    });
    return this.loading;
  }

  private async load(): Promise<FactColumns> {
    for (;;) {
      const { version, stale } = this;
      const facts = stale
        ? await refreshFacts(this.db, this.spec, stale)
        : await loadFacts(this.db, this.spec);
      // A commit in between may have moved rows from a page that was read to one that was not.
      if (version === this.version) {
        this.facts = facts;
        this.stale = undefined;
        return facts;
      }
    }
  }
}
