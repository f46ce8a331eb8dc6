import type { Identity } from '@shared/domain/members/member.schema';
import type { OrderStatus } from '@shared/domain/orders/order.schema';
import { foldText } from './text-cell';

type Words<T extends string> = readonly (readonly [T, string])[];

function table<T extends string>(words: Words<T>): Map<string, T> {
  const map = new Map<string, T>();
  for (const [value, list] of words) for (const word of list.split(' ')) map.set(word, value);
  return map;
}

const IDENTITY = table<Identity>([
  [
    'store',
    'store 实体店 实体店主 实体 店主 门店 门店店主 线下店 线下店主 线下 商家 商户 b端 商铺 店铺 实体商家 实体门店 实体店老板 线下实体 shop shopowner retailer physicalstore offline',
  ],
  [
    'online',
    'online 网店 网店主 网店店主 线上店 线上店主 线上 电商 淘宝店主 电商卖家 电商商家 网商 网商店主 微商 微商/网商 淘宝 主播 onlineshop onlinestore onlineseller ecommerce e-commerce',
  ],
  [
    'consumer',
    'consumer 消费者 顾客 客户 个人 个人消费者 普通消费者 c端 散客 买家 用户 普通用户 宝妈 居民 业主 customer buyer individual personal',
  ],
  ['unknown', 'unknown 未知 未知身份 其他 其它 不详 待确认 other notknownyet'],
]);

const GENDER = table<'female' | 'male' | 'unknown'>([
  ['female', '女 女性 女士 f female woman 2 小姐 女生'],
  ['male', '男 男性 先生 m male man 1 男士 男生'],
  ['unknown', '未知 保密 unknown 0 其他 其它 不详 未定义'],
]);

const STATUS = table<OrderStatus>([
  [
    'pending',
    'pending 待支付 待付款 未支付 未付款 等待付款 等待买家付款 待付定金 支付中 unpaid awaitingpayment',
  ],
  [
    'paid',
    'paid 已支付 已付款 支付成功 待发货 备货中 待配送 待成团 已成团 待接单 已接单 待核销 待自提 待提货 待处理 已确认 部分发货 部分退款 退款中 售后中 processing confirmed unfulfilled awaitingshipment partiallyrefunded',
  ],
  [
    'shipped',
    'shipped 已发货 待收货 配送中 运输中 派送中 卖家已发货 等待收货 已出库 intransit dispatched',
  ],
  [
    'delivered',
    'delivered 已送达 已完成 交易成功 交易完成 已收货 已签收 确认收货 已核销 已自提 已提货 完成 成功 订单完成 completed complete done fulfilled received pickedup',
  ],
  [
    'cancelled',
    'cancelled canceled 已取消 取消 交易关闭 已关闭 关闭 订单取消 已作废 作废 超时取消 交易取消 closed void',
  ],
  [
    'refunded',
    'refunded 已退款 全额退款 退款成功 已全额退款 退款完成 全部退款 已退货 退货退款 refund returned',
  ],
]);

const lookUp = <T extends string>(map: Map<string, T>, text: string) => map.get(foldText(text));

/** 身份 in trade words; undefined when the words say nothing known. */
export function identityOf(text: string): Identity | undefined {
  return lookUp(IDENTITY, text);
}

/** `unknown` for words such as 保密; undefined for anything else. */
export function genderOf(text: string): 'female' | 'male' | 'unknown' | undefined {
  return lookUp(GENDER, text);
}

/** The state of an order in our words; remarks behind it (`已取消（超时）`) do not matter. */
export function orderStatusOf(text: string): OrderStatus | undefined {
  const plain = lookUp(STATUS, text);
  return plain ?? lookUp(STATUS, text.normalize('NFKC').replace(/[(,，;；/|【[].*$/s, ''));
}

const TAG_SEPARATORS = /[,，、;；|\n\r#]+/;
const MAX_TAG_LENGTH = 60;

/** A list of tags in one cell (`宝妈，爱吃辣;老客`, `#宝妈 #老客`), each once, in order. */
export function splitTags(text: string): string[] {
  const tags = new Set<string>();
  for (const part of text.split(TAG_SEPARATORS)) {
    const tag = part.replace(/\s+/g, ' ').trim();
    if (tag !== '') tags.add(tag.slice(0, MAX_TAG_LENGTH));
  }
  return [...tags];
}
