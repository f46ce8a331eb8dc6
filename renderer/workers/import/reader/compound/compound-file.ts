/**
 * Compound files ([MS-CFB]): the small file system inside .xls and protected workbooks. Every chain
 * is followed within bounds and for no longer than the file has sectors.
 */
export class DamagedCompoundFile extends Error {}

export type CompoundFile = {
  /** Names of the streams and folders at the top, as they are written. */
  names: string[];
  /** A stream at the top by its name, without regard to case; undefined if there is none. */
  stream: (name: string) => Uint8Array | undefined;
  /** The same, as far as its sectors reach: some writers state more than they wrote. */
  streamAsFar: (name: string) => Uint8Array | undefined;
};

type Entry = { name: string; isStream: boolean; start: number; size: number };
type Links = { left: number; right: number; child: number };

const HEADER_LENGTH = 512;
const ENTRY_LENGTH = 128;
const TYPE = { stream: 2, root: 5 } as const;
const NO_ENTRY = 0xffffffff;
const LAST_SECTOR = 0xfffffffa;

const damaged = (why: string) => new DamagedCompoundFile(why);

function joined(parts: readonly Uint8Array[], size: number, isWhole = true): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    const taken = part.subarray(0, Math.max(0, size - at));
    whole.set(taken, at);
    at += taken.length;
  }
  if (at < size && isWhole) throw damaged('a stream ends before its size');
  return whole.subarray(0, at);
}

function openSectors(bytes: Uint8Array, view: DataView) {
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) throw damaged('unknown sector size');
  const size = 2 ** shift;
  const count = Math.ceil((bytes.length - size) / size);
  if (count <= 0) throw damaged('no sectors');

  function sector(index: number): Uint8Array {
    if (index >= count) throw damaged('a sector outside of the file');
    const start = (index + 1) * size;
    const found = bytes.subarray(start, start + size);
    if (found.length === size) return found;
    // The last one is often written only as far as it is used.
    const padded = new Uint8Array(size);
    padded.set(found);
    return padded;
  }
  return { size, count, sector };
}

type Sectors = ReturnType<typeof openSectors>;

function numbersOf(sector: Uint8Array): number[] {
  const view = new DataView(sector.buffer, sector.byteOffset, sector.byteLength);
  return Array.from({ length: sector.length / 4 }, (_, index) => view.getUint32(index * 4, true));
}

/** Which sectors hold the allocation table: 109 in the header, the others in a chain. */
function tableSectors(view: DataView, { sector, count }: Sectors): number[] {
  const wanted = view.getUint32(44, true);
  if (wanted > count) throw damaged('the table is larger than the file');
  const found: number[] = [];
  for (let index = 0; index < 109; index++) found.push(view.getUint32(76 + index * 4, true));
  let next = view.getUint32(68, true);
  for (let steps = 0; found.length < wanted && next < LAST_SECTOR; steps++) {
    if (steps > count) throw damaged('a circle in the table');
    const numbers = numbersOf(sector(next));
    next = numbers.pop() ?? LAST_SECTOR;
    for (const number of numbers) found.push(number);
  }
  return found.slice(0, wanted).filter((index) => index < LAST_SECTOR);
}

/** The sectors from `start` on, one after another as the table links them. */
function follow(table: readonly number[], start: number, limit: number): number[] {
  const chain: number[] = [];
  for (let at = start; at < LAST_SECTOR; at = table[at] ?? LAST_SECTOR) {
    if (chain.length >= limit || at >= table.length) throw damaged('a chain without an end');
    chain.push(at);
  }
  return chain;
}

function readEntry(directory: Uint8Array, index: number): Entry & Links {
  const start = index * ENTRY_LENGTH;
  const view = new DataView(directory.buffer, directory.byteOffset + start, ENTRY_LENGTH);
  const length = Math.min(64, view.getUint16(64, true));
  const letters = directory.subarray(start, start + Math.max(0, length - 2));
  return {
    name: new TextDecoder('utf-16le').decode(letters),
    isStream: view.getUint8(66) === TYPE.stream,
    left: view.getUint32(68, true),
    right: view.getUint32(72, true),
    child: view.getUint32(76, true),
    start: view.getUint32(116, true),
    size: view.getUint32(120, true),
  };
}

/** The entries at the top: a tree of siblings below the root; embedded objects lie deeper. */
function topEntries(directory: Uint8Array): Entry[] {
  const count = Math.floor(directory.length / ENTRY_LENGTH);
  const seen = new Set<number>();
  const found: Entry[] = [];
  const open = [readEntry(directory, 0).child];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (index === NO_ENTRY) continue;
    if (index >= count || seen.has(index)) throw damaged('a circle of names');
    seen.add(index);
    const entry = readEntry(directory, index);
    found.push(entry);
    open.push(entry.left, entry.right);
  }
  return found;
}

/** Opens a compound file by its bytes. Throws DamagedCompoundFile when it does not hold together. */
export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  if (bytes.length < HEADER_LENGTH * 2) throw damaged('shorter than its header');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectors = openSectors(bytes, view);
  const { sector, count, size } = sectors;
  const table: number[] = [];
  for (const index of tableSectors(view, sectors)) {
    for (const number of numbersOf(sector(index))) table.push(number);
  }
  const chained = (start: number) => follow(table, start, count).map(sector);
  const whole = (start: number) => {
    const parts = chained(start);
    return joined(parts, parts.length * size);
  };
  const directory = whole(view.getUint32(48, true));
  if (directory[66] !== TYPE.root) throw damaged('no root');
  const entries = topEntries(directory);
  const smallBelow = view.getUint32(56, true);
  const root = readEntry(directory, 0);

  function smallStream({ start, size: length }: Entry, isWhole: boolean): Uint8Array {
    const smallTable = chained(view.getUint32(60, true)).flatMap(numbersOf);
    const content = whole(root.start);
    const places = follow(smallTable, start, Math.ceil(content.length / 64));
    return joined(
      places.map((place) => content.subarray(place * 64, place * 64 + 64)),
      length,
      isWhole,
    );
  }

  function read(name: string, isWhole: boolean): Uint8Array | undefined {
    const wanted = name.toLowerCase();
    const entry = entries.find((one) => one.isStream && one.name.toLowerCase() === wanted);
    if (!entry) return undefined;
    if (entry.size > bytes.length) throw damaged('a stream larger than the file');
    if (entry.size < smallBelow) return smallStream(entry, isWhole);
    return joined(chained(entry.start), entry.size, isWhole);
  }

  return {
    names: entries.map((entry) => entry.name),
    stream: (name) => read(name, true),
    streamAsFar: (name) => read(name, false),
  };
}
