import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  encodeHead,
  type FramePlace,
  type SegmentScan,
  scanSegment,
} from '../../electron/main/journal/frame-codec';

/** As a bad sector does: one bit is not what was written. */
async function flipBit(path: string, at: number): Promise<void> {
  const data = await readFile(path);
  if (at < 0 || at >= data.length) throw new Error(`${path} has no byte ${at}`);
  data[at] = (data[at] ?? 0) ^ 0x10;
  await writeFile(path, data);
}

export async function flipMiddle(path: string): Promise<void> {
  await flipBit(path, Math.floor((await readFile(path)).length / 2));
}

export const backupsOf = (dataFolder: string) => join(dataFolder, 'backups');
export const journalOf = (dataFolder: string) => join(dataFolder, 'journal');

/** As if somebody tidied up: the window's own database is gone. */
export async function deleteDatabase(dataFolder: string): Promise<void> {
  await rm(join(dataFolder, 'IndexedDB'), { recursive: true });
}

/** Kept copies, oldest first: their names begin with the time. */
export async function listBackupFiles(dataFolder: string): Promise<string[]> {
  const names = (await readdir(backupsOf(dataFolder))).filter((name) => name.endsWith('.qdb'));
  return names.sort().map((name) => join(backupsOf(dataFolder), name));
}

type Segment = { path: string; data: Buffer; scan: SegmentScan };

async function readSegments(dataFolder: string): Promise<Segment[]> {
  const folder = journalOf(dataFolder);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.qdj')).sort();
  const segments: Segment[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const data = await readFile(path);
    const scan = scanSegment(data);
    if (!scan) throw new Error(`${name} has no head`);
    segments.push({ path, data, scan });
  }
  return segments;
}

/** Numbers of all operations that the journal holds, in order. */
export async function journalledSeqs(dataFolder: string): Promise<number[]> {
  const segments = await readSegments(dataFolder);
  return segments.flatMap(({ scan }) => scan.frames.map(({ seq }) => seq));
}

/** Damages the operation of this number, wherever it lies. */
export async function damageFrame(dataFolder: string, seq: number): Promise<void> {
  for (const { path, scan } of await readSegments(dataFolder)) {
    const place = scan.frames.find((frame) => frame.seq === seq);
    if (place) return flipBit(path, Math.floor((place.start + place.end) / 2));
  }
  throw new Error(`the journal has no operation ${seq}`);
}

/**
 * Lays the only segment out as the segments that a journal of years has, each beginning at one of
 * these numbers.
 */
export async function splitJournal(dataFolder: string, firstSeqs: number[]): Promise<void> {
  const [segment, ...others] = await readSegments(dataFolder);
  if (!segment || others.length > 0) throw new Error('the journal is not one segment');
  const { path, data, scan } = segment;
  await rm(path);
  for (const [index, firstSeq] of firstSeqs.entries()) {
    const end = firstSeqs[index + 1] ?? Number.POSITIVE_INFINITY;
    const inside = (frame: FramePlace) => frame.seq >= firstSeq && frame.seq < end;
    const frames = scan.frames.filter(inside);
    if (frames.length === 0) throw new Error(`no operation from ${firstSeq} on`);
    const parts = frames.map((frame) => data.subarray(frame.start, frame.end));
    const head = encodeHead({ databaseId: scan.head.databaseId, firstSeq });
    const name = `journal-${String(firstSeq).padStart(12, '0')}.qdj`;
    await writeFile(join(journalOf(dataFolder), name), Buffer.concat([head, ...parts]));
  }
}
