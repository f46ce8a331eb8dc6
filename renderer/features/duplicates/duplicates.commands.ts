import type { Member } from '@shared/domain/members/member.schema';
import { MERGE_FIELDS, MERGE_SIDES } from '@shared/domain/members/merge.rules';
import { pairIdOf } from '@shared/domain/members/merge.schema';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand } from '@/db/command';
import { findOwnedByAll, MERGED_STORES, mergeTwo } from './merge-two';
import { partTwo } from './part-two';

const pairSchema = z.object({
  keptId: idSchema,
  goneId: idSchema,
  /** Whose value stays, where it is not the usual one. */
  choices: z.partialRecord(z.enum(MERGE_FIELDS), z.enum(MERGE_SIDES)).default({}),
});

/**
 * Makes one record of two, once or for many pairs in one step. The records of the one who goes move
 * to the one who stays; `memberMerges` keeps what is needed to part them again.
 */
export const mergeMembers = defineCommand({
  name: 'members.merge',
  input: z.object({ who: z.string(), pairs: z.array(pairSchema).min(1).max(20_000) }),
  entities: MERGED_STORES,
  label: ({ who, pairs }) =>
    pairs.length === 1
      ? { zh: `合并成员「${who}」`, en: `Merge the records of “${who}”` }
      : { zh: `合并 ${pairs.length} 对重复成员`, en: `Merge ${pairs.length} duplicate pairs` },
  run: async (tx, { pairs }) => {
    const goneIds = new Set(pairs.map((pair) => pair.goneId));
    if (goneIds.size < pairs.length) throw new Error('one record is to go into two others');
    const owned = await findOwnedByAll(tx, [...goneIds]);
    const mergeIds: string[] = [];
    for (const pair of pairs) mergeIds.push(await mergeTwo(tx, owned, pair));
    return { mergeIds };
  },
});

/** Remembers that two records are two people, so that nobody proposes them again. */
export const keepApart = defineCommand({
  name: 'members.keepApart',
  input: z.object({ aId: idSchema, bId: idSchema, who: z.string() }),
  entities: ['distinctPairs'],
  label: ({ who }) => ({
    zh: `「${who}」标为不是同一人`,
    en: `Mark “${who}” as two different people`,
  }),
  run: async (tx, { aId, bId }) => {
    const id = pairIdOf(aId, bId);
    if (await tx.get('distinctPairs', id)) return;
    await tx.create('distinctPairs', { id, at: tx.now });
  },
});

/**
 * Makes two of one again, long after the merge: the second record comes back with what came along;
 * fields and records that were changed since stay with the first one and are named in the result.
 */
export const partMembers = defineCommand({
  name: 'members.part',
  input: z.object({ mergeId: idSchema, who: z.string() }),
  entities: MERGED_STORES,
  label: ({ who }) => ({ zh: `重新分开「${who}」`, en: `Part “${who}” again` }),
  run: async (
    tx,
    { mergeId },
  ): Promise<{ goneId: string; stayed: (keyof Member)[]; records: number }> => {
    const merge = await tx.get('memberMerges', mergeId);
    if (!merge || merge.undoneAt !== undefined) throw new ExpectedError('merge-already-parted');
    return partTwo(tx, merge);
  },
});
