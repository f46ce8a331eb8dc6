import type { Grant, Refusal } from '@shared/contracts/hub-http';
import type { EntitySpec } from '@shared/domain/entities/entity-spec';
import { registry } from '@shared/domain/registry';
import { mayChange, seesAll } from '@shared/sync/scopes';
import type { Work } from '../../store/tables';
import { isAtLeast, type Seat } from '../seats/seat';
import type { Labelled } from './names';
import { findLabels } from './records';

const specs: Readonly<Record<string, EntitySpec>> = registry;

const isLeaders = (entity: string) => Object.hasOwn(specs, entity) && specs[entity]?.isLeaders;

/** What all rely on is changed by leaders alone. */
export function judgeRole({ role }: Pick<Seat, 'role'>, entities: Iterable<string>) {
  if (isAtLeast(role, 'leader')) return undefined;
  const entity = [...entities].find(isLeaders);
  return entity === undefined ? undefined : { code: 'forbidden' as const, data: { entity } };
}

/**
 * Whether a seat may write these records of a divided workspace: of one that is known, write on one of
 * its labels is enough; of a new one, it takes write on all labels that it is given.
 */
export async function judgeLabelled(
  work: Work,
  seat: Seat,
  parts: readonly Labelled[],
): Promise<Refusal | undefined> {
  for (const { records } of parts) {
    const refusal = judgeRole(seat, records.keys());
    if (refusal) return refusal;
  }
  if (mayChangeAll(seat.grants)) return undefined;
  for (const part of parts) {
    const known = await findLabels(work, seat.workspaceId, part.records);
    const isNewAllowed = part.scopes.every((scope) => mayChange(seat.grants, [scope]));
    for (const [entity, ids] of part.records) {
      const labels = known.get(entity);
      const isAllowed = [...ids].every((id) => {
        const scopes = labels?.get(id);
        return scopes ? mayChange(seat.grants, scopes) : isNewAllowed;
      });
      if (!isAllowed) return { code: 'scope-denied', data: { entity } };
    }
  }
  return undefined;
}

const mayChangeAll = (grants: readonly Grant[]) =>
  seesAll(grants.filter(({ canWrite }) => canWrite));
