import { isErasedPerson, PERSONAL_FIELDS } from '@shared/domain/members/erasure.rules';
import type { Erasure } from '@shared/domain/members/erasure.schema';
import type { Member } from '@shared/domain/members/member.schema';
import { withoutFields } from '@shared/sync/pack/masked-fields';
import { type AnyRow, decodePage } from '../paged/page';
import { isOfErased } from '../sync/state/brought';
import { packClocks, unpackClocks } from '../sync/state/clock-rows';
import type { StateSlice } from '../sync/state/slice';
import { clocksOf } from '../write/clock-book';

/** A slice without people who were erased here: a pack on its way does not bring them back. */
export class ErasedFilter {
  private readonly ids: Set<string>;

  constructor(private readonly erasures: readonly Erasure[]) {
    this.ids = new Set(erasures.flatMap(({ id, alsoIds }) => [id, ...alsoIds]));
  }

  clean(slice: StateSlice): StateSlice {
    const { entity } = slice;
    if (this.erasures.length === 0 || entity === 'erasures') return slice;
    const rows = [...(slice.rows ?? [])];
    for (const { hot, cold } of slice.pages ?? []) rows.push(...decodePage(hot, cold));
    if (entity === 'members') {
      for (const row of rows) {
        const member = row as unknown as Member;
        if (this.erasures.some((it) => isErasedPerson(member, it))) this.ids.add(row.id);
      }
    }
    const personal = Object.hasOwn(PERSONAL_FIELDS, entity)
      ? PERSONAL_FIELDS[entity as keyof typeof PERSONAL_FIELDS]
      : undefined;
    const theirs = new Set(rows.filter((row) => this.isTheirs(row)).map(({ id }) => id));
    const clocks = unpackClocks(slice.clocks);
    const idOf = (clock: AnyRow) => clock.id.slice(entity.length + 1);
    const isTheirClock = (clock: AnyRow) =>
      theirs.has(idOf(clock)) || this.isTheirs({ ...clocksOf(clock).hidden, id: idOf(clock) });
    if (theirs.size === 0 && !clocks.some(isTheirClock)) return slice;
    const { pages: _pages, rows: _rows, clocks: _clocks, ...rest } = slice;
    const isBlanked = personal !== undefined && entity !== 'funnelEvents';
    const byId = new Map(rows.map((row) => [row.id, row]));
    const keptRows = rows.flatMap((row): AnyRow[] => {
      if (!theirs.has(row.id)) return [row];
      return isBlanked ? [withoutFields({ row }, personal).row as AnyRow] : [];
    });
    const keptClocks = clocks.flatMap((clock): AnyRow[] => {
      if (!isTheirClock(clock)) return [clock];
      if (isBlanked) {
        const held = { row: byId.get(idOf(clock)), clocks: clocksOf(clock) };
        // That a field was cleared may be told: both sides then bear the same stamps.
        const said = personal.filter(
          (field) => held.row?.[field] !== undefined || held.clocks.hidden?.[field] !== undefined,
        );
        const { clocks: left } = withoutFields(held, said);
        return left ? [{ id: clock.id, ...left }] : [];
      }
      const { since, isGone } = clocksOf(clock);
      return isGone ? [{ id: clock.id, since, isGone }] : [];
    });
    return {
      ...rest,
      ...(keptRows.length > 0 && { rows: keptRows.sort((a, b) => (a.id < b.id ? -1 : 1)) }),
      ...(keptClocks.length > 0 && { clocks: packClocks(keptClocks) }),
    };
  }

  private readonly isTheirs = (row: AnyRow): boolean => isOfErased(row, this.ids);
}
