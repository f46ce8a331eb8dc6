import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runHub } from '../hub-faults/hub-process';
import { seeded } from '../hub-faults/random';
import { buildHubWhenChanged } from '../lib/build-step.mjs';
import { openPostgresRig, type PostgresRig } from '../lib/postgres-rig.mjs';
import { root } from '../lib/project.mjs';
import { run as runProgram } from '../lib/run.mjs';
import { joinLaptops, type Laptop } from './hub/laptop';
import type { Figure, Outcome } from './lib/figures';

const PUSH_MS = 4000;
const OPS_A_PUSH = 20;
/** What a change of a few fields of one record weighs, packed. */
const OP_BYTES = 300;
const MB = 1024 * 1024;
/** 100 000 people and 1 000 000 orders in packed pages. */
const IMPORT_MB = 60;

/** Laptops pushing as fast as they are answered; operations a second that were acknowledged. */
async function pushRate(laptops: readonly Laptop[]): Promise<number> {
  const startedAt = performance.now();
  const random = seeded(7);
  let ops = 0;
  await Promise.all(
    laptops.map(async (laptop) => {
      while (performance.now() - startedAt < PUSH_MS) {
        const bodies = Array.from({ length: OPS_A_PUSH }, () => random.bytes(OP_BYTES));
        const accepted = await laptop.push(bodies);
        ops += accepted;
      }
    }),
  );
  return Math.round((ops * 1000) / (performance.now() - startedAt));
}

async function oneByOne(laptop: Laptop, times: number): Promise<number[]> {
  const random = seeded(8);
  const ms: number[] = [];
  for (let n = 0; n < times; n++) {
    const startedAt = performance.now();
    await laptop.push([random.bytes(OP_BYTES)]);
    ms.push(performance.now() - startedAt);
  }
  return ms.sort((a, b) => a - b);
}

const at = (sorted: readonly number[], share: number) =>
  Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10;

/** The same bytes by COPY into one column of a bare table, a row a megabyte. */
async function copySeconds(rig: PostgresRig, pieces: readonly Uint8Array[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'hub-copy-'));
  try {
    const file = join(folder, 'copy.bin');
    const head = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)]);
    const rows = pieces.flatMap((piece) => {
      const before = Buffer.alloc(6);
      before.writeInt16BE(1, 0);
      before.writeInt32BE(piece.byteLength, 2);
      return [before, piece];
    });
    writeFileSync(file, Buffer.concat([head, ...rows, Buffer.from([0xff, 0xff])]));
    const psql = (sql: string) => runProgram(join(rig.programs, 'psql'), [rig.url, '-qc', sql]);
    await psql(
      'create table copied (body bytea not null); alter table copied alter body set storage external',
    );
    const startedAt = performance.now();
    const copied = await psql(`\\copy copied from '${file}' with (format binary)`);
    if (copied.code !== 0) throw new Error(copied.stderr);
    return (performance.now() - startedAt) / 1000;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const rounded = (value: number, digits = 1) => Number(value.toFixed(digits));

/** `npm run bench -- hub`: what one and two hub processes on PostgreSQL take in and give out. */
export async function run(): Promise<Outcome> {
  await buildHubWhenChanged();
  const rig = await openPostgresRig();
  const place = ['--database-url', rig.url];
  const hubs = [
    await runHub(root, place, ['--trust-proxy']),
    await runHub(root, place, ['--trust-proxy']),
  ];
  const figures: Record<string, Figure> = {};
  try {
    const laptops = await joinLaptops(root, place, hubs, 100);
    const onFirst = laptops.filter(({ hub }) => hub === 0);
    const [one] = onFirst;
    if (!one) throw new Error('nobody joined');
    const ms = await oneByOne(one, 300);
    figures.pushP50 = { value: at(ms, 0.5), unit: 'ms' };
    figures.pushP95 = { value: at(ms, 0.95), unit: 'ms' };
    figures.laptops1 = { value: await pushRate([one]), unit: 'ops/s' };
    figures.laptops10 = { value: await pushRate(onFirst.slice(0, 10)), unit: 'ops/s' };
    figures.laptops100TwoHubs = { value: await pushRate(laptops), unit: 'ops/s' };
    for (const laptop of laptops) laptop.use(0);
    figures.laptops100 = { value: await pushRate(laptops), unit: 'ops/s' };

    const pieces = Array.from({ length: IMPORT_MB }, () => randomBytes(MB));
    const copy = await copySeconds(rig, pieces);
    const pushed = await one.pushPieces(pieces);
    const floor = rounded(copy, 2);
    figures.importPush = {
      value: rounded(pushed.seconds, 2),
      unit: 's',
      floor,
      ratioToFloor: rounded(pushed.seconds / copy),
    };
    const pulled = await one.pullOne(pushed.seq - 1);
    if (pulled.bytes < IMPORT_MB * MB) throw new Error('the import did not come back whole');
    figures.importPull = {
      value: rounded(pulled.seconds, 2),
      unit: 's',
      floor,
      ratioToFloor: rounded(pulled.seconds / copy),
    };
  } finally {
    for (const hub of hubs) await hub.stop();
    await rig.close();
  }
  return {
    dataset: `pushes of ${OPS_A_PUSH} operations of ${OP_BYTES} bytes; one import of ${IMPORT_MB} MB in pieces of 1 MB, floor: COPY of the same bytes`,
    figures,
  };
}
