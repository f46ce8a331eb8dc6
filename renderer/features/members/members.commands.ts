import { groupListWithout, LIST_ENTITIES } from '@shared/domain/members/group-lists.rules';
import { type Member, memberSchema } from '@shared/domain/members/member.schema';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';

const { name, phone, wechatId, groupNickname, identity, channel, region, address } =
  memberSchema.shape;
const { gender, birthday, note } = memberSchema.shape;

/** `null` empties a field; a field that is not named stays as it is. */
const patchSchema = z
  .object({
    name,
    identity: identity.unwrap(),
    phone: phone.unwrap().nullable(),
    wechatId: wechatId.unwrap().trim().nullable(),
    groupNickname: groupNickname.unwrap().trim().nullable(),
    channel: channel.unwrap().trim().nullable(),
    region: region.unwrap().trim().nullable(),
    address: address.unwrap().trim().nullable(),
    gender: gender.unwrap().nullable(),
    birthday: birthday.unwrap().nullable(),
    note: note.unwrap().trim().nullable(),
  })
  .partial();
export type MemberPatch = z.infer<typeof patchSchema>;

export const createMember = defineCommand({
  name: 'members.create',
  input: z.object({ fields: patchSchema.extend({ name }) }),
  entities: ['members'],
  label: ({ fields }) => ({
    zh: `新增成员「${fields.name}」`,
    en: `Add the member “${fields.name}”`,
  }),
  run: async (tx, { fields }) => {
    if (fields.phone) await refuseKnownPhone(tx, fields.phone);
    const id = tx.newId();
    await tx.create('members', {
      ...cleared(fields),
      name: fields.name,
      id,
      source: 'manual',
      joinedAt: tx.now,
    });
    return { memberId: id };
  },
});

export const editMember = defineCommand({
  name: 'members.edit',
  input: z.object({ memberId: idSchema, who: z.string(), patch: patchSchema }),
  entities: ['members'],
  label: ({ who }) => ({ zh: `修改成员「${who}」`, en: `Edit the member “${who}”` }),
  run: async (tx, { memberId, patch }) => {
    const before = await tx.get('members', memberId);
    if (!before) throw new ExpectedError('member-not-found');
    if (patch.phone && patch.phone !== before.phone) await refuseKnownPhone(tx, patch.phone);
    // A number that is known now makes the masked one of the export useless.
    const known = patch.phone ? { phoneMasked: undefined } : {};
    await tx.update('members', memberId, { ...cleared(patch), ...known });
  },
});

/** Stores of records that would lose whom they speak of. */
const SPEAKING_OF = ['ruleEntries', 'transferItems', 'kocIncentives'] as const;

/** Refuses people with orders, audits or records of groups: those would lose whom they speak of. */
export const removeMember = defineCommand({
  name: 'members.remove',
  input: z.object({ memberId: idSchema, who: z.string() }),
  entities: [
    'members',
    'orders',
    'interactions',
    'memberships',
    'tagAssignments',
    'growthEntries',
    'audits',
    ...SPEAKING_OF,
    'kocs',
    'chatQuestions',
    ...LIST_ENTITIES,
  ],
  label: ({ who }) => ({ zh: `删除成员「${who}」`, en: `Delete the member “${who}”` }),
  run: async (tx, { memberId }) => {
    const member = await tx.get('members', memberId);
    if (!member) throw new ExpectedError('member-not-found');
    const orders = await idsBelongingTo(tx, 'orders', memberId);
    if (orders.length > 0) {
      throw new ExpectedError('member-has-orders', { name: member.name, count: orders.length });
    }
    const audits = await tx.all('audits');
    if (audits.some((audit) => audit.memberId === memberId)) {
      throw new ExpectedError('member-has-audits', { name: member.name });
    }
    let isSpokenOf = (await tx.get('kocs', memberId)) !== undefined;
    for (const entity of SPEAKING_OF) {
      isSpokenOf ||= (await tx.findBy(entity, 'memberId', memberId)).length > 0;
    }
    if (isSpokenOf) throw new ExpectedError('member-in-group-records', { name: member.name });
    await takeFromLists(tx, member);
    for (const entity of ['tagAssignments', 'memberships'] as const) {
      for (const row of await tx.findByIdPrefix(entity, `${memberId}.`)) {
        await tx.remove(entity, row.id);
      }
    }
    for (const entry of await tx.findBy('growthEntries', 'memberId', memberId)) {
      await tx.remove('growthEntries', entry.id);
    }
    for (const id of await idsBelongingTo(tx, 'interactions', memberId)) {
      await tx.remove('interactions', id);
    }
    await tx.remove('members', memberId);
  },
});

/** Lists of many lose the id; a question they asked is from then on asked by somebody of that name. */
async function takeFromLists(tx: Tx, { id: memberId, name: asker }: Member): Promise<void> {
  const ids = new Set([memberId]);
  for (const entity of LIST_ENTITIES) {
    for (const row of await tx.all(entity)) {
      const patch = groupListWithout(entity, row, ids);
      if (patch) await tx.update(entity, row.id, patch as never);
    }
  }
  for (const question of await tx.all('chatQuestions')) {
    if (question.memberId !== memberId) continue;
    await tx.update('chatQuestions', question.id, {
      memberId: undefined,
      asker: question.asker ?? asker,
    });
  }
}

async function idsBelongingTo(
  tx: Tx,
  entity: 'orders' | 'interactions',
  memberId: string,
): Promise<string[]> {
  return (await tx.idsOf(entity, [memberId])).get(memberId) ?? [];
}

/** One number is one person: two of them would be found as duplicates by the next import. */
async function refuseKnownPhone(tx: Tx, wanted: string): Promise<void> {
  let other: string | undefined;
  await tx.scan('members', ['name', 'phone'], (row) => {
    if (row.phone === wanted) other = String(row.name);
  });
  if (other !== undefined) throw new ExpectedError('member-phone-taken', { name: other });
}

/** Empty texts and nulls become absent fields. */
function cleared(patch: MemberPatch): Partial<Member> {
  return Object.fromEntries(
    Object.entries(patch).map(([field, value]) => [
      field,
      value === '' ? undefined : (value ?? undefined),
    ]),
  );
}
