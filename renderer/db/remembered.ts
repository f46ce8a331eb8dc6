import { keepOnDevice, recallOnDevice } from './device-memory';
import { inTransaction, type TableSource } from './tables';

/** Words typed before and offered again; kept on this laptop, in its database and nowhere else. */
type Remembered = {
  /** What was typed last for a variable of an answer. */
  replyValues: Record<string, string>;
  /** By group: names that speak for the house in its chat. */
  chatOfficials: Record<string, string[]>;
};

const MOST = { replyValues: 100, chatOfficials: 1000 };
const KEYS = ['replyValues', 'chatOfficials'] as const;
type Key = (typeof KEYS)[number];

export async function recallWords<K extends Key>(db: TableSource, key: K): Promise<Remembered[K]> {
  return (await recallOnDevice<Remembered[K]>(db, key)) ?? ({} as Remembered[K]);
}

/** Adds to what is kept, the newest last; beyond the most that is kept the oldest go. */
export function rememberWords<K extends Key>(
  db: TableSource,
  key: K,
  words: Remembered[K],
): Promise<void> {
  return inTransaction(db, ['device'], async (within) => {
    const before = Object.entries(await recallWords(within, key));
    const others = before.filter(([name]) => !Object.hasOwn(words, name));
    const kept = [...others, ...Object.entries(words)].slice(-MOST[key]);
    await keepOnDevice(within, key, Object.fromEntries(kept));
  });
}

/** Takes out every value that says one of these names; a name of one character only where it is all. */
export async function forgetNames(db: TableSource, names: ReadonlySet<string>): Promise<void> {
  const says = (value: string) =>
    [...names].some((name) => value === name || (name.length > 1 && value.includes(name)));
  const values = await recallWords(db, 'replyValues');
  const kept = Object.entries(values).filter(([, value]) => !says(value));
  if (kept.length < Object.keys(values).length) {
    await keepOnDevice(db, 'replyValues', Object.fromEntries(kept));
  }
  const officials = await recallWords(db, 'chatOfficials');
  const left = Object.entries(officials).map(
    ([groupId, said]) => [groupId, said.filter((name) => !says(name))] as const,
  );
  if (left.some(([groupId, said]) => said.length < (officials[groupId]?.length ?? 0))) {
    await keepOnDevice(db, 'chatOfficials', Object.fromEntries(left));
  }
}
