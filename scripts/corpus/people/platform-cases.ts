import {
  book,
  type Cell,
  ORDER,
  PAID_AT,
  type PeopleCase,
  type StoredOrder,
  WANG,
} from './people-case';

const BUYERS =
  '下单人 团员备注 跟团号 商品 规格 数量 商品金额 运费 优惠 订单金额 退款金额 物流方式 服务小区 收货人 联系电话 详细地址 支付时间'.split(
    ' ',
  );
const CAMPAIGN = '周五鸡蛋团';
const BUYERS_FILE = `${CAMPAIGN}.xlsx`;
const LINE_COLUMNS = [3, 4, 5, 6];
const EGGS = { product: '土鸡蛋', spec: '30枚', quantity: 2, amountFen: 7960 };
const APPLES = { product: '苹果', spec: '5斤', quantity: 1, amountFen: 2990 };
const FIRST: readonly Cell[] = [
  '小芳',
  '放门口',
  '1',
  '土鸡蛋',
  '30枚',
  2,
  '79.60',
  5,
  2,
  '112.50',
  '10.00',
  '自提',
  '春田花园',
  '王芳',
  '13800138000',
  '春田路1号3栋',
  '2026-11-13 08:05:00',
];
const SECOND = FIRST.map(
  (cell, at) =>
    [null, null, null, '苹果', '5斤', 1, '29.90'][at] ?? (LINE_COLUMNS.includes(at) ? cell : null),
);
const MERGES = BUYERS.flatMap((_, at) =>
  LINE_COLUMNS.includes(at)
    ? []
    : [`${String.fromCharCode(65 + at)}2:${String.fromCharCode(65 + at)}3`],
);
const BUYER = {
  name: '王芳',
  phone: '+8613800138000',
  groupNickname: '小芳',
  region: '春田花园',
  address: '春田路1号3栋',
};

const KUAITUAN: StoredOrder = {
  ...{ externalNo: '1', campaign: CAMPAIGN, orderedAt: PAID_AT, buyer: '王芳', receiver: '王芳' },
  ...{ receiverPhone: '+8613800138000', address: '春田路1号3栋', note: '放门口' },
  ...{ amountFen: 11_250, refundFen: 1000, status: 'paid', lines: [EGGS, APPLES] },
};

function buyersTable(
  name: string,
  second: readonly Cell[],
  merges: readonly string[],
  order: StoredOrder,
  reasons: readonly string[] = [],
): PeopleCase {
  return {
    name: `a table of buyers: ${name}`,
    file: BUYERS_FILE,
    kind: 'orders',
    bytes: () => book([BUYERS, FIRST, second], { merges }),
    counts: { rows: 2, create: 1 },
    members: [BUYER],
    orders: [order],
    reasons,
  };
}

const without = (column: number) => MERGES.filter((_, at) => at !== column);
const YOUZAN =
  '订单号 订单状态 订单创建时间 买家付款时间 商品金额合计 应收订单金额 订单实付金额 全部商品名称 收货人/提货人 收货人手机号/提货人手机号 买家昵称 买家手机号 订单已退款金额'.split(
    ' ',
  );
const ITEMS =
  '订单号 订单商品状态 买家付款时间 商品名称 商品规格 商品数量 商品金额小计 商品实际成交金额 收货人/提货人 收货人手机号/提货人手机号 商品已退款金额'.split(
    ' ',
  );
const RELAY =
  '下单序号 接龙号 收货人 联系电话 商品名称 规格 数量 商品金额 订单总金额 下单时间'.split(' ');

/** Orders and people as the platforms export them. */
export const platformCases: PeopleCase[] = [
  buyersTable('cells of the order merged over its lines count once', SECOND, MERGES, KUAITUAN),
  buyersTable(
    'cells of the order repeated on its lines count once',
    FIRST.map((cell, at) => (LINE_COLUMNS.includes(at) ? (SECOND[at] ?? null) : cell)),
    [],
    KUAITUAN,
  ),
  buyersTable(
    'lines that do not sum to the amount',
    SECOND.map((cell, at) => (at === 6 ? '9.90' : cell)),
    MERGES,
    { ...KUAITUAN, lines: [EGGS, { ...APPLES, amountFen: 990 }] },
    ['lines-differ'],
  ),
  buyersTable(
    'two phones on one order',
    SECOND.map((cell, at) => (at === 14 ? '13900139000' : cell)),
    without(10),
    KUAITUAN,
    ['two-phones'],
  ),
  {
    name: 'orders of 有赞',
    file: '订单.xlsx',
    kind: 'orders',
    bytes: () =>
      book([
        YOUZAN,
        [
          'E20261113080500000001',
          '交易成功',
          '2026-11-13 08:00:00',
          '2026-11-13 08:05:00',
          '49.80',
          '39.80',
          '39.80',
          '土鸡蛋',
          '王芳',
          '13800138000',
          '小芳',
          '138****8000',
          '0.00',
        ],
      ]),
    counts: { rows: 1, create: 1 },
    members: [{ name: '小芳', phoneMasked: '138****8000' }],
    orders: [
      {
        ...ORDER,
        ...{ externalNo: 'E20261113080500000001', buyer: '小芳', status: 'delivered' },
        lines: [{ product: '土鸡蛋', quantity: 1 }],
      },
    ],
  },
  {
    name: 'items of 有赞: the lines of an order on rows of their own',
    file: '商品.xlsx',
    kind: 'orders',
    bytes: () =>
      book([
        ITEMS,
        [
          'E1',
          '已发货',
          '2026-11-13 08:05:00',
          '土鸡蛋',
          '30枚',
          2,
          '79.60',
          '79.60',
          '王芳',
          '13800138000',
          '0',
        ],
        [
          'E1',
          '已发货',
          '2026-11-13 08:05:00',
          '苹果',
          '5斤',
          1,
          '29.90',
          '29.90',
          '王芳',
          '13800138000',
          '29.90',
        ],
      ]),
    counts: { rows: 2, create: 1 },
    members: [WANG],
    orders: [
      {
        ...ORDER,
        externalNo: 'E1',
        status: 'shipped',
        amountFen: 10_950,
        refundFen: 2990,
        lines: [EGGS, APPLES],
      },
    ],
  },
  {
    name: 'orders of 群接龙',
    file: '周六水果接龙.xlsx',
    kind: 'orders',
    bytes: () =>
      book([
        RELAY,
        [
          '1',
          '7',
          '王芳',
          '13800138000',
          '土鸡蛋',
          '30枚',
          2,
          '79.60',
          '109.50',
          '2026-11-13 08:05:00',
        ],
        [
          '1',
          '7',
          '王芳',
          '13800138000',
          '苹果',
          '5斤',
          1,
          '29.90',
          '109.50',
          '2026-11-13 08:05:00',
        ],
      ]),
    counts: { rows: 2, create: 1 },
    members: [WANG],
    orders: [
      {
        ...ORDER,
        ...{ externalNo: '7', campaign: '周六水果接龙', amountFen: 10_950 },
        lines: [EGGS, APPLES],
      },
    ],
  },
  {
    name: 'customers of 企业微信',
    file: '客户.xlsx',
    kind: 'members',
    bytes: () =>
      book([
        '客户名称 描述 添加人 添加人账号 添加人所属部门 添加时间 来源 手机 企业 邮箱 地址 职务 电话'.split(
          ' ',
        ),
        [
          '小芳',
          '三栋 王芳',
          '小周',
          'zhou',
          '社群部',
          '2026-11-13 08:05:00',
          '扫描二维码',
          '13800138000',
          '',
          '',
          '春田路1号',
          '',
          '',
        ],
      ]),
    counts: { rows: 1, create: 1 },
    members: [
      {
        ...{ name: '小芳', phone: '+8613800138000', channel: '扫描二维码' },
        ...{ address: '春田路1号', note: '三栋 王芳', joinedAt: PAID_AT },
      },
    ],
  },
  {
    name: 'customers of 有赞',
    file: '有赞客户.xlsx',
    kind: 'members',
    bytes: () =>
      book([
        '客户姓名 客户昵称 客户手机号 客户生日 客户性别 标签 是否会员 成长值 免费等级 付费等级 权益卡 客户积分 消费次数 消费金额 上次消费时间 企微好友 来源渠道 来源方式 成为客户时间 微信地域 所属区域'.split(
          ' ',
        ),
        [
          '王芳',
          '小芳',
          '13800138000',
          '1988-03-08',
          '女',
          '宝妈,老客',
          '是',
          0,
          '-',
          '-',
          '-',
          12,
          3,
          '109.50',
          '2026-11-12 10:00:00',
          '是',
          '小程序',
          '自主添加',
          '2026-11-13 08:05:00',
          '上海',
          '-',
        ],
      ]),
    counts: { rows: 1, create: 1 },
    members: [
      {
        ...WANG,
        ...{ groupNickname: '小芳', gender: 'female', birthday: '1988-03-08', region: '上海' },
        ...{ channel: '小程序', joinedAt: PAID_AT, tags: ['宝妈', '老客'] },
      },
    ],
  },
];
