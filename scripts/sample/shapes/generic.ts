import type { Identity } from '@shared/domain/members/member.schema';
import type { OrderLine, OrderStatus } from '@shared/domain/orders/order.schema';
import { timeText } from '../clock';
import type { Person } from '../model/people';
import { dateCell, national, untidyPhone, yen } from './cells';
import type { OrderShape, RosterShape, Shape } from './shape';

export const IDENTITY_WORDS: Record<Identity, string> = {
  store: '实体店',
  online: '微商',
  consumer: '消费者',
  unknown: '',
};

export const STATUS_WORDS: Record<OrderStatus, string> = {
  pending: '待支付',
  paid: '已支付',
  shipped: '已发货',
  delivered: '已送达',
  cancelled: '已取消',
  refunded: '已退款',
  unknown: '',
};

const genderWord = (person: Person): string => (person.member.gender === 'female' ? '女' : '男');

/** `本地小青菜(500g)×2；鲜鸡蛋(10枚)×1` */
const productText = (lines: readonly OrderLine[]): string =>
  lines.map((line) => `${line.product}(${line.spec ?? ''})×${line.quantity}`).join('；');

/** The list that a leader keeps by hand: a title, a line of remarks, and columns left empty. */
export const genericRoster: RosterShape = {
  table: (options) => ({
    sheetName: '成员名册',
    titleRows: [
      ['鲜里优选·邻里团购群 成员名册'],
      [`整理日期：${options.endDay}　共 ${options.members} 人　团长自用，请勿外传`],
    ],
    header: [
      ...['序号', '姓名', '群昵称', '手机号', '微信号', '身份', '渠道', '地区', '详细地址'],
      ...['性别', '生日', '入群时间', '标签', '备注', '', ''],
    ],
    widths: [6, 14, 22, 16, 20, 9, 11, 14, 44, 5, 12, 17, 24, 18],
  }),
  row: (person, index) => {
    const { member } = person;
    // Typed by hand into a number cell, as happens.
    const isTyped = index % 89 === 5 && member.phone !== undefined;
    return [
      index + 1,
      member.name,
      member.groupNickname,
      isTyped ? Number(national(member.phone)) : untidyPhone(member.phone, index),
      member.wechatId,
      IDENTITY_WORDS[member.identity],
      member.channel,
      member.region,
      member.address,
      genderWord(person),
      member.birthday,
      dateCell(member.joinedAt ?? 0),
      person.tags.join('、'),
      member.note,
      undefined,
      undefined,
    ];
  },
};

/** One row per order, products in one cell, amounts with the sign. */
export const genericOrders: OrderShape = {
  fileName: 'orders',
  format: 'csv',
  table: () => ({
    sheetName: '订单',
    titleRows: [],
    header: [
      ...['订单号', '团购', '下单时间', '下单人', '手机号', '商品', '订单金额'],
      ...['退款金额', '订单状态', '收货人', '收货地址', '备注', ''],
    ],
    widths: [26, 34, 20, 18, 15, 48, 11, 10, 9, 14, 44, 18],
  }),
  rows: ({ order, person, personIndex }) => [
    [
      order.externalNo,
      order.campaign,
      timeText(order.orderedAt),
      person.nickname,
      untidyPhone(order.receiverPhone, personIndex),
      productText(order.lines),
      yen(order.amountFen),
      order.refundFen === 0 ? '' : yen(order.refundFen),
      STATUS_WORDS[order.status],
      order.receiver,
      order.address,
      order.note,
      undefined,
    ],
  ],
};

export const generic: Shape = { roster: genericRoster, orders: [genericOrders], hasUnpaid: true };
