import type { Member } from '@shared/domain/members/member.schema';
import type { RowChange } from '@shared/sync/op';
import type { Tx } from '../../command';
import { type Erased, type ErasedMore, erasedBy } from '../../write/scrub-past';
import type { WriteTx } from '../../write/write-tx';
import type { OpBody } from '../op-body';

/**
 * Takes a person out of all records, as the command does that erases: this laptop may hold some that
 * the one did not know on which the person was erased. Answers what the changes do not tell.
 */
export type ErasePerson = (
  tx: Tx,
  member: Member,
  wish: { keepRisk: boolean },
) => Promise<Pick<ErasedMore, 'records' | 'people'>>;

/** An erasure of somebody else's, on its way into this laptop's data. */
export class Erasing {
  private readonly changes: RowChange[] = [];
  private readonly people: Member[] = [];
  private readonly records: Record<string, string[]> = {};
  private keepRisk = true;

  constructor(private readonly erasePerson: ErasePerson) {}

  /** Before a part is taken in: the people whom it takes away go with all that is only here. */
  async look(tx: WriteTx, { changes = [] }: OpBody): Promise<void> {
    this.changes.push(...changes);
    const gone = changes.filter((change) => change.gone);
    if (gone.some(({ entity }) => entity === 'riskEntries')) this.keepRisk = false;
    for (const { entity, id } of gone) {
      const member = entity === 'members' ? await tx.get('members', id) : undefined;
      if (!member) continue;
      const done = await this.erasePerson(tx, member, { keepRisk: this.keepRisk });
      this.people.push(member, ...(done.people ?? []));
      for (const [of, ids = []] of Object.entries(done.records ?? {})) {
        this.records[of] = [...(this.records[of] ?? []), ...ids];
      }
    }
  }

  erased(): Erased {
    const { people, records, keepRisk } = this;
    return erasedBy(this.changes, { people, records, keepRisk });
  }
}
