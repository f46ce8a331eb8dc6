import type { ImportKind } from '../import-batch.schema';
import { foldHeader } from './header-words';

export const SOURCE_IDS = [
  'kuaituantuan-buyers',
  'kuaituantuan-orders',
  'kuaituantuan-cross',
  'kuaituantuan-delivery',
  'qunjielong-orders',
  'qunjielong-summary',
  'youzan-customers',
  'youzan-orders',
  'youzan-items',
  'wecom-customers',
] as const;
export type SourceId = (typeof SOURCE_IDS)[number];

/**
 * Which export a file looks like, with the evidence: the source's columns that are there
 * (`matched` of `of`) and that are not, and whether sheet and file are named as this source names
 * them. `certain`: nothing but additions speaks against it.
 */
export type RecognisedSource = {
  id: SourceId;
  matched: number;
  of: number;
  missing: string[];
  isSheetNamed: boolean;
  isFileNamed: boolean;
  confidence: 'certain' | 'likely';
};

/** What else a file tells about where it comes from. */
export type SourceHints = { sheetName?: string; fileName?: string };

/** `sign`: the column without which it is not this export, however much else agrees. */
type Source = {
  kind: ImportKind;
  sign: string;
  columns: string;
  /** How the export names its sheet and its file, where it does so. */
  sheet?: RegExp;
  file?: RegExp;
};

const SOURCES: Record<SourceId, Source> = {
  'kuaituantuan-buyers': {
    kind: 'orders',
    sign: '跟团号',
    sheet: /顾客购买表/,
    file: /顾客购买|购买表/,
    columns:
      '下单人 团员备注 跟团号 商品 规格 数量 商品金额 运费 优惠 订单金额 退款金额 物流方式 服务小区 服务小区联系人 服务小区电话 服务小区地址 收货人 联系电话 详细地址 团长',
  },
  'kuaituantuan-orders': {
    kind: 'orders',
    sign: '跟团号',
    columns:
      '跟团号 下单人 团员备注 支付时间 团长备注 商品 订单金额 退款金额 订单状态 自提点 收货人 联系电话 详细地址',
  },
  'kuaituantuan-cross': {
    kind: 'orders',
    sign: '跟团号',
    file: /跨团/,
    columns: '跟团号 下单人 支付时间 商品 订单金额 订单退款 订单状态 收货人 联系电话 详细地址',
  },
  'kuaituantuan-delivery': {
    kind: 'orders',
    sign: '跟团号',
    file: /发货|供货/,
    columns: '跟团号 商品 规格 数量 商品成本价 收货人 联系电话 省 市 区 详细地址 快递公司 快递单号',
  },
  'qunjielong-orders': {
    kind: 'orders',
    sign: '接龙号',
    columns:
      '下单序号 接龙号 收货人 联系电话 商品名称 商品编码 规格 数量 商品金额 订单总金额 下单时间 省 市 收货地址 团长ID',
  },
  'qunjielong-summary': {
    kind: 'orders',
    sign: '接龙号',
    columns: '接龙号 微信昵称 商品合计 订单总金额',
  },
  'youzan-customers': {
    kind: 'members',
    sign: '客户手机号',
    columns:
      '客户姓名 客户昵称 客户手机号 客户生日 客户性别 标签 是否会员 成长值 免费等级 付费等级 权益卡 客户积分 消费次数 消费金额 上次消费时间 企微好友 来源渠道 来源方式 成为客户时间 微信地域 所属区域',
  },
  'youzan-orders': {
    kind: 'orders',
    sign: '订单实付金额',
    columns:
      '订单号 销售渠道 归属店铺 订单类型 订单状态 订单来源 订单创建时间 买家付款时间 交易成功时间 付款方式 商品金额合计 应收订单金额 订单实付金额 订单实收金额 全部商品名称 收货人/提货人 收货人手机号/提货人手机号 买家昵称 买家手机号 订单退款状态 订单已退款金额',
  },
  'youzan-items': {
    kind: 'orders',
    sign: '商品实际成交金额',
    columns:
      '订单号 外部订单号 订单商品状态 交易成功时间 商品名称 商品类型 商品规格 规格编码 商品编码 商品单价 商品数量 商品金额小计 商品实际成交金额 收货人/提货人 收货人手机号/提货人手机号 商品退款状态 商品已退款金额',
  },
  'wecom-customers': {
    kind: 'members',
    sign: '添加人',
    columns:
      '客户名称 描述 添加人 添加人账号 添加人所属部门 添加时间 来源 手机 企业 邮箱 地址 职务 电话',
  },
};
const ENOUGH = 0.7;
const CERTAIN = 0.9;
/** A sheet or file named like the source's own weighs as much as this many columns. */
const NAME_WEIGHT = 1.5;
const ENOUGH_COLUMNS = 3;

function compare(id: SourceId, present: ReadonlySet<string>, hints: SourceHints) {
  const source = SOURCES[id];
  const columns = source.columns.split(' ');
  const missing = columns.filter((column) => !present.has(foldHeader(column)));
  const matched = columns.length - missing.length;
  const isSheetNamed = source.sheet?.test(hints.sheetName ?? '') ?? false;
  const isFileNamed = source.file?.test(hints.fileName ?? '') ?? false;
  const share = matched / columns.length;
  const confidence = share >= CERTAIN || isSheetNamed ? 'certain' : 'likely';
  const found: RecognisedSource = {
    id,
    matched,
    of: columns.length,
    missing,
    isSheetNamed,
    isFileNamed,
    confidence,
  };
  const names = (isSheetNamed ? 1 : 0) + (isFileNamed ? 1 : 0);
  return { found, share, score: share + (NAME_WEIGHT * names) / columns.length };
}

/**
 * The best-fitting known export, if seven in ten of its columns are there. Of several that fit, the
 * one with more of its columns, by share or clearly by number; names of sheet and file decide ties.
 */
export function recogniseSource(
  titles: readonly string[],
  kind: ImportKind,
  hints: SourceHints = {},
): RecognisedSource | undefined {
  const present = new Set(titles.map(foldHeader));
  let best: ReturnType<typeof compare> | undefined;
  for (const id of SOURCE_IDS) {
    const source = SOURCES[id];
    if (source.kind !== kind || !present.has(foldHeader(source.sign))) continue;
    const compared = compare(id, present, hints);
    if (compared.found.matched < ENOUGH_COLUMNS || compared.share < ENOUGH) continue;
    const isBetter =
      !best || compared.score > best.score || compared.found.matched > best.found.matched + 2;
    if (isBetter) best = compared;
  }
  return best?.found;
}
