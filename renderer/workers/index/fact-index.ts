import type { EntityName } from '@shared/domain/registry';
import type { ConsoleDb } from '@/db/db';
import { type FactColumns, type FactSpec, loadFacts } from './fact-columns';

/** Facts in memory, loaded with the first question and again after a commit changed them. */
export class FactIndex {
  private facts: FactColumns | undefined;
  private loading: Promise<FactColumns> | undefined;
  /** Grows with every commit that touches the entity. */
  private version = 0;

  constructor(
    private readonly db: ConsoleDb,
    private readonly spec: FactSpec,
  ) {}

  onCommit(entities: readonly EntityName[]): void {
    if (!entities.includes(this.spec.entity)) return;
    this.version += 1;
    this.facts = undefined;
  }

  forget(): void {
    this.facts = undefined;
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
      const { version } = this;
      const facts = await loadFacts(this.db, this.spec);
      // A commit in between may have moved rows from a page that was read to one that was not.
      if (version === this.version) {
        this.facts = facts;
        return facts;
      }
    }
  }
}
