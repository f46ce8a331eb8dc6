import type { ExportColumn } from '../export-column';

/**
 * The roster. `memberId` is the console's own number: with it a row finds its person whatever else
 * is blank or shared with others.
 */
export const MEMBER_COLUMNS = [
  { key: 'name', zh: '姓名', en: 'Name', type: 'text', isPersonal: true },
  { key: 'phone', zh: '手机号', en: 'Phone', type: 'phone', isPersonal: true },
  { key: 'wechatId', zh: '微信号', en: 'WeChat ID', type: 'id', isPersonal: true },
  { key: 'groupNickname', zh: '群昵称', en: 'Group nickname', type: 'text', isPersonal: true },
  { key: 'identity', zh: '身份', en: 'Identity', type: 'text' },
  { key: 'channel', zh: '渠道', en: 'Channel', type: 'text' },
  { key: 'region', zh: '地区', en: 'Region', type: 'text' },
  { key: 'address', zh: '地址', en: 'Address', type: 'text', isPersonal: true },
  { key: 'tags', zh: '标签', en: 'Tags', type: 'text' },
  { key: 'joinedAt', zh: '加入时间', en: 'Joined at', type: 'moment' },
  { key: 'orderCount', zh: '累计订单数', en: 'Order count', type: 'integer' },
  { key: 'amountFen', zh: '累计消费', en: 'Total spent', type: 'money' },
  { key: 'lastOrderAt', zh: '最近下单', en: 'Last order', type: 'moment' },
  { key: 'note', zh: '备注', en: 'Note', type: 'text' },
  { key: 'memberId', zh: '群舵编号', en: 'Qunduo ID', type: 'id' },
  { key: 'gender', zh: '性别', en: 'Gender', type: 'text', isExtra: true },
  { key: 'birthday', zh: '生日', en: 'Birthday', type: 'day', isPersonal: true, isExtra: true },
  {
    key: 'backOfficeId',
    zh: '会员编号',
    en: 'Member No',
    type: 'id',
    isPersonal: true,
    isExtra: true,
  },
  { key: 'wecomId', zh: '企微ID', en: 'WeCom ID', type: 'id', isPersonal: true, isExtra: true },
  { key: 'unionId', zh: 'UnionID', en: 'UnionID', type: 'id', isPersonal: true, isExtra: true },
  { key: 'refundFen', zh: '累计退款', en: 'Total refunded', type: 'money', isExtra: true },
  { key: 'firstOrderAt', zh: '首次下单', en: 'First order', type: 'moment', isExtra: true },
  { key: 'source', zh: '录入方式', en: 'Entered via', type: 'text', isExtra: true },
] as const satisfies readonly ExportColumn[];
export type MemberColumnKey = (typeof MEMBER_COLUMNS)[number]['key'];
