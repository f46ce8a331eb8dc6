import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { expect, it } from 'vitest';
import type { Tx } from '../command';
import { allRows } from '../test-db';
import { beginPacks } from './begin-packs';
import { openRig, type PackLaptopRig, packFor, stored, take, write } from './pack-laptop.testing';

const NAMES = ['赵一', '钱二', '孙三'];
const REGIONS = [undefined, '城东', '城西'];

type Step =
  | { do: 'edit' | 'rename' | 'remove'; at: number; who: number; value: number }
  | { do: 'create' | 'import' | 'undo' | 'redo' | 'day'; at: number; value: number }
  /** A pack is made for one laptop (or for anybody), and kept. */
  | { do: 'pack'; at: number; to: number; isWhole: boolean }
  /** Any pack that was ever made is taken in by anybody, whether it fits or not. */
  | { do: 'take'; at: number; pack: number };

/** Of packs that do not fit onto what somebody has. */
const REFUSALS = ['pack-own', 'pack-gap', 'pack-gap-unknown'];

const LAPTOPS = 3;
const at = fc.nat(LAPTOPS - 1);
const value = fc.nat(2);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('edit' as const, 'rename' as const, 'remove' as const),
      at,
      who: fc.nat(9),
      value,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'create' as const,
        'import' as const,
        'undo' as const,
        'redo' as const,
        'day' as const,
      ),
      at,
      value,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('pack' as const), at, to: at, isWhole: fc.boolean() }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('take' as const), at, pack: fc.nat(20) }) },
);

async function change(rig: PackLaptopRig, next: Step): Promise<void> {
  if (next.do === 'undo') await rig.door.undo();
  else if (next.do === 'redo') await rig.door.redo();
  else if (next.do !== 'pack' && next.do !== 'take') await write(rig, (tx) => act(tx, next));
}

async function act(tx: Tx, next: Exclude<Step, { do: 'pack' | 'take' }>): Promise<void> {
  const name = NAMES[next.value] ?? '';
  const row = { name, identity: 'consumer' as const, source: 'manual' as const };
  if (next.do === 'create') await tx.create('members', { ...row, id: uuidv7() });
  if (next.do === 'import') {
    const batchId = uuidv7();
    const rows = Array.from({ length: 3 }, () => ({ ...row, id: uuidv7(), batchId }));
    await tx.bulkCreate('members', rows);
  }
  // The same id on several laptops.
  if (next.do === 'day') {
    const id = `limit-${next.value}`;
    const known = await tx.get('tags', id);
    if (known) await tx.remove('tags', id);
    else await tx.create('tags', { id, name: `${name}${tx.now % 7}` } as never);
  }
  if (!('who' in next)) return;
  const people = await tx.all('members');
  const person = people[next.who % Math.max(1, people.length)];
  if (!person) return;
  if (next.do === 'remove') await tx.remove('members', person.id);
  else if (next.do === 'rename') await tx.update('members', person.id, { name });
  else await tx.update('members', person.id, { region: REGIONS[next.value] });
}

it('ends alike whatever packs are made and taken in, in whatever order and however often', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 30 }), async (steps) => {
      const rigs: PackLaptopRig[] = [];
      for (const name of ['甲', '乙', '丙']) rigs.push(await openRig(name));
      const rig = (n: number) => rigs[n] as PackLaptopRig;
      await change(rig(0), { do: 'import', at: 0, value: 1 });
      await beginPacks(rig(0), '甲');
      // What the others had before comes along.
      await change(rig(2), { do: 'create', at: 2, value: 2 });
      for (const n of [1, 2]) await take(rig(n), await packFor(rig(0)));
      const packs: Awaited<ReturnType<typeof packFor>>[] = [];
      for (const next of steps) {
        if (next.do === 'pack') {
          packs.push(await packFor(rig(next.at), next.isWhole ? undefined : rig(next.to)));
        } else if (next.do === 'take') {
          const pack = packs[next.pack % Math.max(1, packs.length)];
          if (!pack) continue;
          await take(rig(next.at), pack).catch((error: { code?: string }) => {
            if (!REFUSALS.includes(error.code ?? '')) throw error;
          });
        } else await change(rig(next.at), next);
      }
      // Round twice by differences: everybody has heard of everything.
      for (const [from, to] of [
        [0, 1],
        [1, 2],
        [2, 0],
        [0, 1],
        [1, 2],
      ] as const) {
        await take(rig(to), await packFor(rig(from), rig(to)));
      }
      const [a, b, c] = [await stored(rig(0).db), await stored(rig(1).db), await stored(rig(2).db)];
      expect(b).toEqual(a);
      expect(c).toEqual(a);
      const lost = await Promise.all(rigs.map(({ db }) => allRows(db, 'overwritten')));
      const [ids, ...others] = lost.map((rows) => rows.map(({ id }) => id));
      for (const other of others) expect(other).toEqual(ids);
      for (const { db } of rigs) db.close();
    }),
    { numRuns: 30 },
  );
}, 120_000);
