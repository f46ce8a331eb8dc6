import type { Order } from '@shared/domain/orders/order.schema';
import { timeText } from '../clock';
import { CATALOGUE } from '../goods/catalogue';
import type { Sale } from '../model/sales';
import { type Cell, national, yuan } from './cells';
import type { OrderShape, RosterShape, Shape } from './shape';
import { CUSTOMER_COLUMNS, LINE_COLUMNS, ORDER_COLUMNS, rowOf } from './youzan-columns';

const SHOP = '鲜里优选（旗舰店）';
const HOUR_MS = 3_600_000;
const codeOf = new Map(CATALOGUE.map(({ name }, i) => [name, `XL${String(1001 + i)}`]));
const categoryOf = new Map(CATALOGUE.map(({ name, category }) => [name, category]));

/** With the TAB that keeps Excel from turning it into a number. */
const tabbed = (phone: string | undefined): string => (phone ? `\t${national(phone)}` : '');

const roster: RosterShape = {
  table: () => ({ sheetName: '客户', titleRows: [], header: CUSTOMER_COLUMNS }),
  row: (person, _index, totals) => {
    const { member } = person;
    const isMember = totals.orderCount > 0;
    const joined = timeText(member.joinedAt ?? 0);
    const growth = 10 + (isMember ? 50 : 0) + Math.max(0, totals.orderCount - 1) * 10;
    return rowOf<Cell>(CUSTOMER_COLUMNS, {
      客户姓名: member.name,
      客户昵称: person.nickname,
      客户手机号: tabbed(member.phone),
      客户生日: member.birthday ?? '-',
      客户性别: member.gender === 'female' ? '女' : '男',
      标签: person.tags.join(','),
      是否会员: isMember ? '是' : '否',
      成长值: growth,
      免费等级: growth >= 500 ? 'VIP3' : growth >= 150 ? 'VIP2' : isMember ? 'VIP1' : '-',
      付费等级: '-',
      权益卡: '-',
      客户积分: Math.floor(totals.amountFen / 100),
      客户储值余额: '0.00',
      消费次数: totals.orderCount,
      消费金额: yuan(totals.amountFen),
      累计退款金额: yuan(totals.refundFen),
      累计退款订单数: totals.refundedOrders,
      笔单价: isMember ? yuan(totals.amountFen / totals.orderCount) : '0.00',
      上次消费时间: isMember ? timeText(totals.lastOrderAt) : '-',
      分销员: '-',
      导购员: '-',
      企微好友: member.channel === '企微活码' ? '是' : '否',
      来源渠道: member.channel,
      来源方式: '自主进店',
      成为客户时间: joined,
      成为会员时间: isMember ? joined : '-',
      成为会员店铺: isMember ? SHOP : '-',
      微信地域: member.region,
      所属区域: person.community.district,
    });
  },
};

function statusWord(order: Order): string {
  if (order.status === 'pending') return '待付款';
  if (order.status === 'paid') return '待发货';
  if (order.status === 'shipped') return '已发货';
  return order.status === 'delivered' ? '交易完成' : '交易关闭';
}

function refundWord(order: Order): string {
  if (order.refundFen === 0) return '';
  return order.refundFen === order.amountFen ? '全额退款成功' : '部分退款成功';
}

const place = ({ order, person }: Sale): Record<string, Cell> => ({
  收货人省份: person.community.province,
  收货人城市: person.community.city,
  收货人地区: person.community.district,
  '详细收货地址/提货地址': order.address,
  '收货人/提货人': order.receiver,
  '收货人手机号/提货人手机号': tabbed(order.receiverPhone),
});

const orders: OrderShape = {
  fileName: 'orders',
  format: 'csv',
  table: () => ({ sheetName: '订单', titleRows: [], header: ORDER_COLUMNS }),
  rows: (sale) => {
    const { order, person, goodsFen, discountFen, shippingFen, campaignNo } = sale;
    const isPaid = order.status !== 'pending' && order.status !== 'cancelled';
    const isDone = order.status === 'delivered';
    const paidFen = isPaid ? order.amountFen : 0;
    const isRefunded = order.refundFen > 0;
    return [
      rowOf<Cell>(ORDER_COLUMNS, {
        订单号: order.externalNo,
        销售渠道: '网店',
        归属店铺: SHOP,
        订单类型: '普通订单',
        订单状态: statusWord(order),
        推广方式: '-',
        订单来源: '微信小程序',
        订单创建时间: timeText(order.orderedAt),
        买家付款时间: isPaid ? timeText(order.orderedAt + 9_000) : '',
        交易成功时间: isDone ? timeText(order.orderedAt + 42 * HOUR_MS) : '',
        付款方式: isPaid ? '微信支付' : '',
        支付流水号: isPaid ? `\t42000${order.externalNo.slice(1)}` : '',
        商品金额合计: yuan(goodsFen),
        运费: yuan(shippingFen),
        店铺优惠合计: yuan(discountFen),
        应收订单金额: yuan(order.amountFen),
        订单实付金额: yuan(paidFen),
        支付优惠合计: '0.00',
        订单实收金额: yuan(paidFen),
        订单抵用积分数: 0,
        店铺优惠方式: discountFen > 0 ? '优惠券/码' : '-',
        支付优惠方式: '-',
        全部商品名称: order.lines.map((line) => `${line.product}(${line.quantity}件)`).join(';'),
        商品种类数: order.lines.length,
        订单配送方式: shippingFen > 0 ? '同城配送' : '上门自提',
        ...place(sale),
        买家备注: isRefunded ? '' : order.note,
        买家昵称: person.nickname,
        买家是否会员: '是',
        买家手机号: tabbed(order.receiverPhone),
        分销员: '-',
        订单退款状态: refundWord(order),
        订单已退款金额: yuan(order.refundFen),
        商家订单备注: isRefunded ? order.note : '',
        团长订单: campaignNo === 1 ? '是' : '否',
        订单风险标签: '-',
      }),
    ];
  },
};

/** The other export of the same orders: one row per product, no time of ordering. */
const orderLines: OrderShape = {
  fileName: 'order-lines',
  format: 'csv',
  table: () => ({ sheetName: '商品', titleRows: [], header: LINE_COLUMNS }),
  rows: (sale) => {
    const { order } = sale;
    let discountLeft = sale.discountFen;
    return order.lines.map((line, i) => {
      const amountFen = line.amountFen ?? 0;
      const isLast = i === order.lines.length - 1;
      const share = isLast
        ? discountLeft
        : Math.floor((sale.discountFen * amountFen) / sale.goodsFen);
      discountLeft -= share;
      return rowOf<Cell>(LINE_COLUMNS, {
        订单号: order.externalNo,
        订单商品状态: statusWord(order),
        交易成功时间: order.status === 'delivered' ? timeText(order.orderedAt + 42 * HOUR_MS) : '',
        商品名称: line.product,
        商品类型: '普通商品',
        商品类目: categoryOf.get(line.product),
        商品规格: line.spec,
        商品编码: codeOf.get(line.product),
        商品单价: yuan(amountFen / line.quantity),
        商品数量: line.quantity,
        商品金额小计: yuan(amountFen),
        '店铺优惠（分摊）': yuan(share),
        商品实际成交金额: yuan(amountFen - share),
        ...place(sale),
        商品发货状态: ['shipped', 'delivered'].includes(order.status) ? '已发货' : '未发货',
      });
    });
  },
};

export const youzan: Shape = { roster, orders: [orders, orderLines], hasUnpaid: true };
