import type {
  ContentForm,
  ContentStatus,
  Sense,
  SpeakerKind,
  Voice,
} from '@shared/domain/calendar/content.schema';
import type { Slot } from '@shared/domain/calendar/slots';
import type { Interaction } from '@shared/domain/interactions/interaction.schema';
import type { SupplierReading } from '@shared/domain/suppliers/supplier-reading.schema';
import { foldText } from '../cells/text-cell';

type Words<T> = readonly (readonly [T, string])[];

/** The first entry of which a word is in the text: longer texts contain them. */
function contained<T>(words: Words<T>, text: string): T | undefined {
  const folded = foldText(text);
  if (folded === '') return undefined;
  for (const [value, list] of words) {
    if (list.split(' ').some((word) => folded.includes(word))) return value;
  }
  return undefined;
}

const INTERACTIONS: Words<Interaction['kind']> = [
  ['signUp', '报名 signup signedup registration'],
  ['attend', '到场 出席 参加活动 attend'],
  ['checkIn', '打卡 签到 checkin check-in'],
  ['ugc', 'ugc 晒单 晒图 原创 种草 食谱'],
  ['share', '分享 转发 share forward'],
  ['nps', 'nps 评分 打分 推荐度'],
  ['complaint', '投诉 差评 吐槽 complaint'],
  ['answer', '回答 答疑 解答 回复 answer reply'],
  ['question', '提问 问题 咨询 求助 question ask'],
  ['open', '打开 阅读 浏览 open read view'],
  ['click', '点击 click'],
  ['join', '入群 进群 加群 join'],
  ['leave', '退群 离群 leave left quit'],
  ['note', '备注 发言 消息 聊天 文本 文字 note message text chat'],
];

export const interactionOf = (text: string) => contained(INTERACTIONS, text);

const READINGS: Words<SupplierReading['kind']> = [
  ['temperature', '温度 温控 temperature temp'],
  ['waste', '损耗 报损 waste loss'],
  ['traceability', '溯源 追溯 trace'],
  ['complaint', '投诉 客诉 complaint'],
  ['audit', '审核 评审 验厂 得分 audit score'],
  ['cost', '成本 采购价 进价 运费 cost price'],
];

export const readingOf = (text: string) => contained(READINGS, text);

const SLOTS: Words<Slot> = [
  ['morning', '早 晨 上午 morning'],
  ['noon', '午间 中午 noon midday'],
  ['evening', '傍晚 下午 evening afternoon'],
  ['night', '夜 晚 night'],
];

/** A slot by its word, or by its first time (`11:00-13:00`, `11点`) as the workspace's hours have it. */
export function slotOf(text: string, slotAt: (time: string) => Slot): Slot | undefined {
  const named = contained(SLOTS, text);
  if (named) return named;
  const [, hour = '', minute = '00'] =
    /^\D*(\d{1,2})(?::(\d{2}))?/.exec(text.normalize('NFKC')) ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return slotAt(`${hour.padStart(2, '0')}:${minute}`);
}

const FORMS: Words<ContentForm> = [
  ['video', '视频 video clip'],
  ['live', '直播 live'],
  ['relay', '接龙 relay'],
  ['topic', '话题 互动 讨论 topic'],
  ['article', '图文 文章 海报 文字 article post text'],
];

export const formOf = (text: string) => contained(FORMS, text);

const VOICES: Words<Voice> = [
  ['seeded', '水军 马甲 素人号 seeded'],
  ['peer', '同行 competitor trade peer'],
  ['official', '官方 official'],
];

export const voiceOf = (text: string) => contained(VOICES, text);

const SPEAKERS: Words<SpeakerKind> = [
  ['brandOwner', '品牌 brand'],
  ['member', '群友 群成员 会员 member'],
  ['expert', '专家 expert'],
  ['internalIp', 'ip 角色 内部 自有 character'],
];

export const speakerOf = (text: string) => contained(SPEAKERS, text);

const SENSES: Words<Sense> = [
  ['sight', '视 sight'],
  ['smell', '嗅 smell'],
  ['touch', '触 touch'],
  ['hearing', '听 hearing'],
  ['taste', '味 taste'],
];

export const senseOf = (text: string) => contained(SENSES, text);

const STATUSES: Words<ContentStatus> = [
  ['measured', '复盘 measured'],
  ['sent', '已发 已推 已发布 sent published'],
  ['ready', '待发 通过 定稿 ready approved'],
  ['review', '待审 审核 review'],
  ['draft', '草稿 未完成 draft'],
];

export const contentStatusOf = (text: string) => contained(STATUSES, text);

/** The seven steps from traffic to group by the words that trackers use for them, last ones first. */
const STEPS: Words<number> = [
  [7, '入群 进群 拉群 拉入 加群 joined joingroup'],
  [6, '审核 认证 audit approved'],
  [5, '加好友 添加好友 好友 自动回复 加微信 friend'],
  [4, '跳转 jump'],
  [3, '引导页 加微引导 落地页 guide landing'],
  [2, '广告位 曝光 弹窗 浮层 banner placement impression exposure'],
  [1, '目标用户 筛选 目标 target segment'],
];

/** The 1-based step that a cell names: `3`, `第3步`, `第三步`, `step 3`, `跳转微信`. */
export function stepOf(text: string): number | undefined {
  const folded = foldText(text);
  const digits = /^(?:第|步骤|step)?(\d{1,2})(?:步|[.、:：)）-].*)?$/.exec(folded)?.[1];
  if (digits !== undefined) return Number(digits) >= 1 ? Number(digits) : undefined;
  const han = /^第?([一二三四五六七八九])步/.exec(folded)?.[1];
  if (han !== undefined) return '一二三四五六七八九'.indexOf(han) + 1;
  return contained(STEPS, text);
}
