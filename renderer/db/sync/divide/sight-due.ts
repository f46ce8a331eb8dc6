import type { Grant } from '@shared/contracts/hub-http';
import type { EntityName } from '@shared/domain/registry';
import type { ConsoleDb } from '../../db';
import { inTransaction, meta, type TableSource } from '../../tables';
import { ClockBook } from '../../write/clock-book';
import type { WriteDoor } from '../../write/write-door';
import { readPlace } from '../place';

const DUE = 'sightDue';
const RETOLD = 'sync.retold';

type Untold = { entity: EntityName; id: string };
/** `given`: people whom this laptop itself gave out of its sight; they go when the hub knows. */
type Due = { lost: string[]; untold: Untold[]; given?: string[] };

const readDue = async (db: TableSource): Promise<Due | undefined> =>
  (await meta(db).get(DUE))?.value as Due | undefined;

/** The workspace was left. */
export const forgetDue = (within: TableSource): Promise<void> => meta(within).delete(DUE);

/** Of whom to let go, and what to tell again, as soon as what came is in place. */
export async function noteDue(
  within: TableSource,
  lost: readonly string[],
  untold: readonly Untold[],
): Promise<void> {
  if (lost.length + untold.length === 0) return;
  const known = await readDue(within);
  const value: Due = {
    ...known,
    lost: [...new Set([...(known?.lost ?? []), ...lost])],
    untold: [...(known?.untold ?? []), ...untold],
  };
  await meta(within).put({ key: DUE, value });
}

/** The same of people whom this laptop's own operation, on its way now, takes out of its sight. */
export function noteGiven(db: ConsoleDb, people: readonly string[]): Promise<void> {
  return inTransaction(db, ['meta'], async (within) => {
    const known = (await readDue(within)) ?? { lost: [], untold: [] };
    const given = [...new Set([...(known.given ?? []), ...people])];
    await meta(within).put({ key: DUE, value: { ...known, given } satisfies Due });
  });
}

/** Does what is due, also after a crash between the two; `isAgreed`: nothing own waits to be sent. */
export async function settleSight(
  { db, door }: { db: ConsoleDb; door: WriteDoor },
  prune: (grants: readonly Grant[], people: ReadonlySet<string>) => Promise<void>,
  isAgreed = false,
): Promise<void> {
  const due = await readDue(db);
  const place = due && (await readPlace(db));
  if (!due || !place) return;
  if (due.untold.length > 0) await tellAgain(door, due.untold);
  const lost = [...due.lost, ...(isAgreed ? (due.given ?? []) : [])];
  if (lost.length > 0) await prune(place.grants, new Set(lost));
  const { given = [] } = due;
  if (isAgreed || given.length === 0) await meta(db).delete(DUE);
  else await meta(db).put({ key: DUE, value: { lost: [], untold: [], given } satisfies Due });
}

/** Records whole, as an own operation that changes nothing here. */
async function tellAgain(door: WriteDoor, untold: readonly Untold[]): Promise<void> {
  await door.takeIn(
    RETOLD,
    async (tx) => {
      const book = new ClockBook(tx);
      const ids = new Map(untold.map((record) => [`${record.entity}/${record.id}`, record]));
      for (const { entity, id } of ids.values()) {
        const row = await tx.read(entity, id);
        const clocks = await book.get(entity, id);
        if (row || clocks) tx.notes.states.push({ entity, id, row, clocks });
      }
    },
    async (within) => {
      const known = await readDue(within);
      if (known) await meta(within).put({ key: DUE, value: { ...known, untold: [] } });
    },
    { isSent: true },
  );
}
