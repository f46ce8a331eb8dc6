import { timeText } from '../clock';
import { HABITS } from '../personas';
import { national } from './cells';
import { genericOrders, IDENTITY_WORDS } from './generic';
import type { RosterShape, Shape } from './shape';

const STAFF = [
  ['陈晓琳', 'ChenXiaoLin', '社群运营一组'],
  ['王志鹏', 'WangZhiPeng', '社群运营一组'],
  ['周佳怡', 'ZhouJiaYi', '社群运营二组'],
] as const;

const SOURCES: Record<string, string> = {
  老带新: '名片分享',
  企微活码: '扫描渠道二维码',
  门店扫码: '扫描渠道二维码',
  地推: '扫描二维码',
  物业群转入: '群聊',
};

/** Customers as 企业微信 exports them: who added whom, and one column per tag group. */
const roster: RosterShape = {
  table: () => ({
    sheetName: '客户列表',
    titleRows: [],
    header: [
      ...['客户名称', '描述', '添加人', '添加人账号', '添加人所属部门', '添加时间', '来源', '手机'],
      ...['企业', '邮箱', '地址', '职务', '电话', '客户类型', '消费偏好', '客户标签'],
    ],
    widths: [18, 20, 9, 14, 16, 20, 16, 14, 16, 10, 44],
  }),
  row: (person, index) => {
    const { member } = person;
    const [name, account, department] = STAFF[index % STAFF.length] ?? STAFF[0];
    const isShop = member.identity === 'store' || member.identity === 'online';
    return [
      person.nickname,
      `${member.groupNickname ?? ''} ${isShop ? '' : member.name}`.trim(),
      name,
      account,
      department,
      timeText(member.joinedAt ?? 0),
      SOURCES[member.channel ?? ''] ?? '搜索手机号',
      national(member.phone),
      isShop ? member.name : undefined,
      undefined,
      member.address,
      isShop ? '店主' : undefined,
      undefined,
      IDENTITY_WORDS[member.identity],
      HABITS[person.persona].name,
      person.tags.join(';'),
    ];
  },
};

export const wecom: Shape = { roster, orders: [genericOrders], hasUnpaid: true };
