import {
  ERASED_SUBJECT,
  type ImpersonalEntity,
  PERSONAL_FIELDS,
} from '@shared/domain/members/erasure.rules';
import type { EntityName } from '@shared/domain/registry';
import type { StoredRow } from '@shared/sync/merge/record-state';
import { columnLength, columnValue } from '../../paged/columns';
import type { PagePair } from '../../paged/page';
import type { WriteTx } from '../../write/write-tx';

/** Whom this workspace erased: what others said of them, not knowing of it, may come late. */
export class ErasedPeople {
  private constructor(private readonly ids: ReadonlySet<string>) {}

  static async read(tx: WriteTx): Promise<ErasedPeople> {
    const erasures = await tx.all('erasures');
    return new ErasedPeople(new Set(erasures.flatMap(({ id, alsoIds }) => [id, ...alsoIds])));
  }

  /** Whether a record, or what is said of it, is about one of them. */
  isAbout(
    entity: EntityName,
    id: string,
    fields: Readonly<Record<string, unknown>> | undefined,
  ): boolean {
    if (this.ids.size === 0 || entity === 'erasures') return false;
    const named = [fields?.memberId, fields?.keptId, fields?.goneId, ...id.split('.')];
    return named.some((name) => this.ids.has(String(name)));
  }

  /** Whether a page of new records holds any of theirs. */
  isIn(entity: EntityName, { hot, cold }: PagePair): boolean {
    if (this.ids.size === 0) return false;
    const columns = ['memberId', 'keptId', 'goneId'].map((field) => hot.c[field] ?? cold?.c[field]);
    const { id } = hot.c;
    for (let i = 0; id && i < columnLength(id); i += 1) {
      const fields = columns.map((column) => column && columnValue(column, i));
      const [memberId, keptId, goneId] = fields;
      const isTheirs = this.isAbout(entity, String(columnValue(id, i)), {
        memberId,
        keptId,
        goneId,
      });
      if (isTheirs) return true;
    }
    return false;
  }

  /** A record as it may be kept: for the books without what is personal, or not at all. */
  without(entity: EntityName, row: StoredRow): StoredRow | undefined {
    if (!this.isAbout(entity, row.id, row)) return row;
    if (!Object.hasOwn(PERSONAL_FIELDS, entity)) return undefined;
    const kept: Record<string, unknown> & { id: string } = { ...row };
    for (const field of PERSONAL_FIELDS[entity as ImpersonalEntity]) {
      if (field === 'subject') kept.subject = ERASED_SUBJECT;
      else delete kept[field];
    }
    return kept;
  }
}
