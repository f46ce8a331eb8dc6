import { timeText } from '../clock';
import { CATALOGUE } from '../goods/catalogue';
import { national } from './cells';
import { genericRoster, STATUS_WORDS } from './generic';
import type { OrderShape, Shape } from './shape';

const categoryOf = new Map(CATALOGUE.map(({ name, category }) => [name, category]));

/**
 * The list of orders of 快团团: several lines per order, the order's own cells merged over them,
 * 跟团号 that starts anew with each group purchase, a column that the leader added.
 */
const orders: OrderShape = {
  fileName: 'orders',
  format: 'xlsx',
  table: (options) => ({
    sheetName: '团购订单',
    titleRows: [[`鲜里优选 团购订单（${options.endDay} 导出，近 ${options.days} 天）`]],
    header: [
      ...['跟团号', '下单人', '团员备注', '支付时间', '团长备注', '商品', '规格', '分类', '数量'],
      ...['商品金额', '运费', '优惠', '订单金额', '退款金额', '订单状态', '自提点', '收货人'],
      ...['联系电话', '详细地址', '订单号', '团购标题', '保温袋（如需）', ''],
    ],
    mergedColumns: [0, 1, 2, 3, 4, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21],
    widths: [7, 18, 16, 20, 14, 20, 12, 11, 6, 9, 6, 6, 9, 9, 9, 20, 12, 14, 44, 26, 34, 12],
  }),
  rows: ({ order, person, campaignNo, discountFen, shippingFen }) => {
    const isRefunded = order.refundFen > 0;
    const before = [
      campaignNo,
      person.nickname,
      isRefunded ? undefined : order.note,
      timeText(order.orderedAt),
      isRefunded ? order.note : undefined,
    ];
    const after = [
      shippingFen / 100,
      discountFen / 100,
      order.amountFen / 100,
      order.refundFen / 100,
      STATUS_WORDS[order.status],
      person.community.pickup,
      order.receiver,
      national(order.receiverPhone),
      order.address,
      order.externalNo,
      order.campaign,
      campaignNo % 9 === 4 ? '需要' : '不用',
      undefined,
    ];
    return order.lines.map((line) => [
      ...before,
      line.product,
      line.spec,
      categoryOf.get(line.product),
      line.quantity,
      (line.amountFen ?? 0) / 100,
      ...after,
    ]);
  },
};

/** 快团团 lists what was paid for, so nothing that waits for money is in the file. */
export const kuaituantuan: Shape = { roster: genericRoster, orders: [orders], hasUnpaid: false };
