import type { EntityName } from '@shared/domain/registry';
import { isInMasked, maskedFields, withoutFields } from '@shared/sync/pack/masked-fields';
import type { AnyRow, PagePair, PageRecord } from '../paged/page';
import { packClocks, unpackClocks } from '../sync/state/clock-rows';
import type { StateSlice } from '../sync/state/slice';
import { clocksOf } from '../write/clock-book';

/** A slice as volunteers get it; `undefined` where nothing of it is for them. */
export function maskSlice(slice: StateSlice): StateSlice | undefined {
  const { entity } = slice;
  if (entity === 'overwritten') return maskOverwritten(slice);
  if (!isInMasked(entity)) return undefined;
  const fields = maskedFields(entity);
  return fields.length === 0 ? slice : leaveOut(slice, fields);
}

/** The slice as if these fields had never been written. */
function leaveOut(slice: StateSlice, fields: readonly string[]): StateSlice {
  const { pages, rows, clocks } = slice;
  return {
    ...slice,
    ...(pages && { pages: pages.map((pair) => withoutColumns(pair, fields)) }),
    ...(rows && { rows: rows.map((row) => withoutFields({ row }, fields).row as AnyRow) }),
    ...(clocks && { clocks: packClocks(clocksWithout(clocks, fields)) }),
  };
}

function withoutColumns({ hot, cold }: PagePair, fields: readonly string[]): PagePair {
  const without = (page: PageRecord): PageRecord => ({
    ...page,
    c: Object.fromEntries(Object.entries(page.c).filter(([field]) => !fields.includes(field))),
  });
  return { hot: without(hot), cold: cold && without(cold) };
}

function clocksWithout(pages: readonly PagePair[], fields: readonly string[]): AnyRow[] {
  return unpackClocks(pages).flatMap((row) => {
    const { clocks } = withoutFields({ clocks: clocksOf(row) }, fields);
    const { since, isGone, at = {}, hidden = {} } = clocks ?? {};
    const isEmpty = since === undefined && Object.keys(at).length === 0;
    if (isEmpty) return [];
    return [
      {
        id: row.id,
        ...(since !== undefined && { since }),
        ...(isGone && { isGone }),
        ...(Object.keys(at).length > 0 && { at }),
        ...(Object.keys(hidden).length > 0 && { hidden }),
      },
    ];
  });
}

function maskOverwritten({ entity, rows = [] }: StateSlice): StateSlice | undefined {
  const kept = rows.filter(({ entity: of, field }) => {
    const isIn = isInMasked(String(of));
    return isIn && !maskedFields(of as EntityName).includes(String(field));
  });
  return kept.length > 0 ? { entity, rows: kept } : undefined;
}
