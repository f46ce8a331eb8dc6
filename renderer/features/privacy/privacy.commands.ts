import { digestsOf, isErasedPerson } from '@shared/domain/members/erasure.rules';
import { type Erasure, erasureSchema } from '@shared/domain/members/erasure.schema';
import type { Member } from '@shared/domain/members/member.schema';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';
import type { ErasedMore } from '@/db/write/scrub-past';
import { ERASED_STORES, type ErasedRecords, erasePerson } from './erase-person';

/**
 * Erases a member everywhere, once and for all: it cannot be undone, and nothing that could be
 * undone brings the person back. What is left is a record that it was done.
 */
export const eraseMember = defineCommand({
  name: 'members.erase',
  input: z.object({
    memberId: idSchema,
    reason: z.string().trim().max(500).optional(),
    keepRisk: z.boolean(),
  }),
  entities: ERASED_STORES,
  undoable: false,
  label: () => ({ zh: '抹除一位成员', en: 'Erase a member' }),
  erases: (result: { erased: ErasedMore }) => result.erased,
  run: async (tx, { memberId, reason, keepRisk }) => {
    const member = await tx.get('members', memberId);
    if (!member) throw new ExpectedError('member-not-found');
    const { alsoIds, people, records, pictures } = await erasePerson(tx, member, { keepRisk });
    const erasure: Erasure = {
      id: memberId,
      alsoIds,
      at: tx.now,
      ...(reason ? { reason } : {}),
      digests: digestsOf(memberId, people),
      orders: records.orders.length,
      keptRisk: keepRisk,
    };
    await tx.create('erasures', erasure);
    return { erasure, pictures, erased: { records, people, keepRisk } };
  },
});

/**
 * Carries earlier erasures out once more: an older copy of the data came back and holds people who
 * were erased after it was made.
 */
export const eraseAgain = defineCommand({
  name: 'members.eraseAgain',
  input: z.object({ erasures: z.array(erasureSchema).min(1) }),
  entities: ERASED_STORES,
  undoable: false,
  label: () => ({ zh: '再次抹除', en: 'Erase again' }),
  erases: (result: { erased: ErasedMore }) => result.erased,
  run: async (tx, { erasures }) => {
    const records: ErasedRecords = { orders: [], interactions: [], funnelEvents: [] };
    const people: Member[] = [];
    const pictures: string[] = [];
    let count = 0;
    for (const erasure of erasures) {
      for (const member of await findErased(tx, erasure)) {
        const done = await erasePerson(tx, member, { keepRisk: erasure.keptRisk });
        for (const entity of ['orders', 'interactions', 'funnelEvents'] as const) {
          records[entity].push(...done.records[entity]);
        }
        people.push(...done.people);
        pictures.push(...done.pictures);
        count += 1;
      }
      if (!(await tx.get('erasures', erasure.id))) await tx.create('erasures', erasure);
    }
    const keepRisk = erasures.some((erasure) => erasure.keptRisk);
    return { count, pictures, erased: { records, people, keepRisk } };
  },
});

const KEY_FIELDS = ['id', 'name', 'phone', 'wechatId', 'wecomId', 'unionId'];

async function findErased(tx: Tx, erasure: Erasure): Promise<Member[]> {
  const ids: string[] = [];
  await tx.scan('members', KEY_FIELDS, (row) => {
    if (isErasedPerson(row as unknown as Member, erasure)) ids.push(row.id);
  });
  const members = await tx.getMany('members', ids);
  return members.filter((member) => member !== undefined);
}
