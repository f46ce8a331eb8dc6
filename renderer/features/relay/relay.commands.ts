import type { Interaction } from '@shared/domain/interactions/interaction.schema';
import type { Member } from '@shared/domain/members/member.schema';
import type { Order } from '@shared/domain/orders/order.schema';
import type { RelayRef, RelayWrites } from '@shared/domain/relay/relay-plan.rules';
import { z } from 'zod';
import { defineCommand } from '@/db/command';

const isWrites = (value: unknown): value is RelayWrites =>
  typeof value === 'object' && value !== null && 'newOrders' in value && 'newEvents' in value;

/** Writes what a pasted 接龙 was planned to become, as one batch that can be taken back as one. */
export const commitRelay = defineCommand({
  name: 'relay.commit',
  input: z.object({
    kind: z.enum(['orders', 'interactions']),
    title: z.string(),
    fileName: z.string(),
    fileHash: z.string(),
    writes: z.custom<RelayWrites>(isWrites),
  }),
  entities: ['members', 'orders', 'memberStats', 'interactions', 'importBatches'],
  label: ({ title }) => ({ zh: `导入接龙「${title}」`, en: `Import the relay “${title}”` }),
  run: async (tx, { kind, fileName, fileHash, writes }) => {
    const { newMembers, newOrders, orderUpdates, newEvents, eventUpdates, counts } = writes;
    const batchId = tx.newId();
    const members = newMembers.map(
      (values): Member => ({
        identity: 'unknown',
        ...values,
        source: kind === 'orders' ? 'order' : 'import',
        batchId,
        id: tx.newId(),
      }),
    );
    await tx.bulkCreate('members', members);
    const memberOf = (ref: RelayRef) => (typeof ref === 'number' ? (members[ref]?.id ?? '') : ref);
    const orders = newOrders.map(
      ({ member, order }): Order => ({
        ...order,
        id: tx.newId(),
        memberId: memberOf(member),
        batchId,
      }),
    );
    await tx.bulkCreate('orders', orders);
    await tx.bulkUpdate('orders', orderUpdates);
    const events = newEvents.map(
      ({ member, ...event }): Interaction => ({
        ...event,
        id: tx.newId(),
        memberId: memberOf(member),
        batchId,
      }),
    );
    await tx.bulkCreate('interactions', events);
    await tx.bulkUpdate('interactions', eventUpdates);
    await tx.create('importBatches', { id: batchId, kind, fileName, fileHash, counts, at: tx.now });
    return { batchId };
  },
});
