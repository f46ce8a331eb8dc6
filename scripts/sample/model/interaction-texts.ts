import type { Interaction } from '@shared/domain/interactions/interaction.schema';

export type SampleKind = Extract<
  Interaction['kind'],
  'checkIn' | 'share' | 'ugc' | 'question' | 'complaint'
>;

/** `{p}` is a product, `{d}` a dish of it, `{n}` a number from 2 to 9. */
export const TEXTS: Record<SampleKind, readonly string[]> = {
  checkIn: ['打卡', '今日打卡✅', '浇水打卡第{n}天', '早安打卡', '签到', '给我的菜地浇水啦'],
  share: [
    '转发了今日爆款：{p}',
    '分享到朋友圈：{p}',
    '把团购发给了同事群',
    '邀请邻居进群',
    '转发了溯源直播预告',
    '推荐{p}给闺蜜',
  ],
  ugc: [
    '今天用{p}做了{d}，孩子吃了两碗饭',
    '{p}到货返图，个头比想象的大',
    '晒一下晚饭：{d}，食材都是群里买的',
    '第一次做{d}，照着菜谱没翻车',
    '{p}开箱，新鲜得很，叶子上还有水珠',
    '周末家宴，{d}被一抢而空',
    '{p}切开看看，甜度没得说',
  ],
  question: [
    '{p}今天还能下单吗？',
    '{p}几点到自提点？',
    '请问{p}是哪里产的？',
    '{p}能放几天？',
    '今晚几点截单呀',
    '可以改成明天送吗？',
    '{p}什么时候再开团',
    '订单能改地址吗',
    '优惠券怎么用不了？',
  ],
  complaint: [
    '{p}有{n}个坏的，都烂了',
    '收到的{p}叶子都黄了，不新鲜',
    '少发了一份{p}，麻烦看一下',
    '说好下午到，等到晚上八点还没送来',
    '{p}包装破了，汤汁漏了一袋子',
    '客服问了两遍没人回，有点失望',
    '{p}比楼下超市还贵',
    '又缺货退款，已经是第{n}次了',
    '{p}跟图片差太多，太小了',
  ],
};

export const DISHES: readonly string[] = [
  '番茄炒蛋',
  '红烧肉',
  '清蒸鲈鱼',
  '腌笃鲜',
  '糖醋小排',
  '蒜蓉西兰花',
  '葱油拌面',
  '水果沙拉',
  '土豆炖牛腩',
  '家常豆腐',
  '油焖笋',
  '蔬菜浓汤',
];

/** How often each kind happens among a hundred, and which persona does it more. */
export const KINDS: readonly (readonly [SampleKind, number])[] = [
  ['checkIn', 50],
  ['share', 17],
  ['ugc', 11],
  ['question', 17],
  ['complaint', 5],
];
