import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { ExpectedError } from '@shared/lib/errors';
import { dayOf, wallTimeOf } from '@shared/lib/time';
import { type Hlc, MAX_AHEAD_MS, msOfHlc } from '@shared/sync/clock';
import { EVER } from '@shared/sync/merge/record-state';
import { gapOf, isMasked } from '@shared/sync/pack/knowledge';
import type { PackHeader } from '@shared/sync/pack/pack-header';
import { CURRENT_SCHEMA_VERSION } from '../schema';
import { readPlace } from '../sync/place';
import { counters, type TableSource } from '../tables';
import { knowledgeOf, type PacksPlace } from './packs-place';

const MS_PER_MINUTE = 60_000;

/** What a pack would do here: go on with what is shared, or begin it with what is there. */
export type PackFit = 'goOn' | 'begin';

/**
 * Whether a pack fits onto what is here; else the `ExpectedError` says why it was not taken:
 * `pack-newer`, `pack-own`, `pack-cloned`, `pack-clock-ahead` (minutes), `pack-while-joined`,
 * `pack-needs-beginning` (name), `pack-masked-beginning`, `pack-other-workspace` (name),
 * `pack-masked-into-full`, `pack-gap` (name, laptop, from, to), `pack-gap-unknown` (name, laptop).
 */
export async function checkPack(
  db: TableSource,
  packs: PacksPlace | undefined,
  header: PackHeader,
  own: { deviceId: string; workspaceId: string; publicKey: string },
): Promise<PackFit> {
  const { laptop, since } = header;
  if (header.schemaVersion > CURRENT_SCHEMA_VERSION) throw new ExpectedError('pack-newer');
  if (laptop.id === own.deviceId) {
    throw new ExpectedError(header.publicKey === own.publicKey ? 'pack-own' : 'pack-cloned');
  }
  const newest = newestOf(header);
  const aheadMs = newest === EVER ? 0 : msOfHlc(newest) - Date.now();
  if (aheadMs > MAX_AHEAD_MS) {
    throw new ExpectedError('pack-clock-ahead', {
      minutes: Math.ceil((aheadMs - MAX_AHEAD_MS) / MS_PER_MINUTE),
    });
  }
  if (await readPlace(db)) throw new ExpectedError('pack-while-joined');
  if (!packs) {
    if (!header.isWhole) throw new ExpectedError('pack-needs-beginning', { name: laptop.name });
    const hasPeople = ((await counters(db).get('members'))?.n ?? 0) > 0;
    if (header.isMasked && hasPeople) throw new ExpectedError('pack-masked-beginning');
    return 'begin';
  }
  if (header.workspaceId !== own.workspaceId) {
    throw new ExpectedError('pack-other-workspace', { name: header.workspaceName ?? laptop.name });
  }
  const known = await knowledgeOf(db, packs);
  if (header.isMasked && !isMasked(known)) throw new ExpectedError('pack-masked-into-full');
  const gap = gapOf(since, header.isMasked ? known.masked : known.whole);
  if (!gap) return 'goOn';
  const of = packs.names[gap.laptop] ?? header.names[gap.laptop];
  const data = { name: laptop.name, laptop: of ?? gap.laptop };
  if (gap.from === EVER) throw new ExpectedError('pack-gap-unknown', data);
  const times = { from: minuteOf(gap.from), to: minuteOf(gap.to) };
  throw new ExpectedError('pack-gap', { ...data, ...times });
}

/** `YYYY-MM-DD HH:mm` in the business's time. */
function minuteOf(stamp: Hlc): string {
  const ms = msOfHlc(stamp);
  const { hour, minute } = wallTimeOf(ms, DEFAULT_TIME_ZONE);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${dayOf(ms, DEFAULT_TIME_ZONE)} ${two(hour)}:${two(minute)}`;
}

/** No stamp in the pack is later. */
export function newestOf({ until }: PackHeader): string {
  const stamps = [...Object.values(until.masked), ...Object.values(until.whole)];
  return stamps.reduce((a, b) => (a > b ? a : b), EVER);
}
