import type { EntityName } from '@shared/domain/registry';
import type { RowChange } from '@shared/sync/op';
import type { PartIndex } from '@shared/sync/part';
import type { Column } from '../../paged/columns';
import type { PagePair } from '../../paged/page';
import type { RecordState } from '../../write/changes';
import { textsOf } from '../../write/stamp-changes';
import type { OpBody } from '../op-body';
import { idsOfPage } from './cut-pages';

type Part = {
  body: Required<Pick<OpBody, 'created' | 'changes' | 'removed'>> & { states: RecordState[] };
  ids: Map<string, Set<string>>;
};

/** What an operation says, sorted by labels (as keys), each part with the records of which it speaks. */
export class CutBody {
  private readonly byKey = new Map<string, Part>();

  change(key: string, change: RowChange): void {
    this.part(key, change.entity, [change.id]).body.changes.push(change);
  }

  created(key: string, entity: EntityName, pair: PagePair): void {
    this.part(key, entity, idsOfPage(pair)).body.created.push({ entity, pages: [pair] });
  }

  removed(key: string, entity: EntityName, ids: Column): void {
    this.part(key, entity, textsOf(ids)).body.removed.push({ entity, ids });
  }

  state(key: string, state: RecordState): void {
    this.part(key, state.entity, [state.id]).body.states.push(state);
  }

  parts(): [key: string, part: { body: OpBody; index: PartIndex }][] {
    return [...this.byKey].map(([key, { body, ids }]) => {
      const filled = Object.entries(body).filter(([, list]) => list.length > 0);
      const index = Object.fromEntries([...ids].map(([entity, some]) => [entity, [...some]]));
      return [key, { body: Object.fromEntries(filled), index }];
    });
  }

  private part(key: string, entity: string, ids: readonly string[]): Part {
    let part = this.byKey.get(key);
    if (!part) {
      part = { body: { created: [], changes: [], removed: [], states: [] }, ids: new Map() };
      this.byKey.set(key, part);
    }
    const known = part.ids.get(entity) ?? new Set<string>();
    part.ids.set(entity, known);
    for (const id of ids) known.add(id);
    return part;
  }
}
