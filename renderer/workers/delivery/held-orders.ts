import type { DeliveryOrder } from '@shared/domain/delivery/delivery.types';
import type { OrderStatus } from '@shared/domain/orders/order.schema';
import type { ConsoleDb } from '@/db/db';
import { rowsById } from '../index/rows-by-id';

export type HeldOrder = { order: DeliveryOrder; status: OrderStatus; orderedAt: number };

/** The orders with their buyers' names and pick-up points, in the order of the ids. */
export async function readHeldOrders(db: ConsoleDb, ids: readonly string[]): Promise<HeldOrder[]> {
  const orders = await rowsById(db, 'orders', ids);
  const members = await rowsById(
    db,
    'members',
    [...orders.values()].map(({ memberId }) => memberId),
  );
  return ids.flatMap((id) => {
    const order = orders.get(id);
    if (!order) return [];
    const member = members.get(order.memberId);
    const phone = order.receiverPhone ?? member?.phone ?? member?.phoneMasked;
    const address = order.address ?? member?.address;
    const { campaign, receiver, note } = order;
    return [
      {
        status: order.status,
        orderedAt: order.orderedAt,
        order: {
          id,
          externalNo: order.externalNo,
          lines: order.lines ?? [],
          buyer: member?.name ?? '',
          point: member?.region ?? '',
          ...(campaign !== undefined && { campaign }),
          ...(receiver !== undefined && { receiver }),
          ...(phone !== undefined && { receiverPhone: phone }),
          ...(address !== undefined && { address }),
          ...(note !== undefined && { note }),
        },
      },
    ];
  });
}
