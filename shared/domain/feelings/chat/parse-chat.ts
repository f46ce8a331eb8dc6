import { CLOCK_ONLY, MOMENT, momentMs, type ReadMoment, readMoment } from './chat-time';

/** One thing said: by whom and when, as far as the paste tells. */
export type ChatMessage = {
  speaker?: string;
  /** UTC ms. */
  at?: number;
  text: string;
  /** Of the paste, from 1. */
  line: number;
};

export type ParsedChat = {
  messages: ChatMessage[];
  /** Lines of the program itself ("撤回了一条消息") and pictures without words. */
  skipped: number;
};

const NAME = String.raw`(?<name>[^\n:：]{1,40}?)`;
const header = (moment: string) => [
  // 王姐 10:23 · 王姐: 2026/11/22 10:23:11
  new RegExp(String.raw`^${NAME}[:：]?\s+${moment}$`),
  // 2026-11-22 10:23 王姐
  new RegExp(String.raw`^${moment}\s+${NAME}[:：]?$`),
];
const inline = (moment: string) =>
  // [10:23] 王姐: 好吃
  new RegExp(String.raw`^[[(（【]?${moment}[\])）】]?\s*${NAME}[:：]\s*(?<said>.+)$`);
const alone = (moment: string) => new RegExp(String.raw`^[-—=*\s]*${moment}[-—=*\s]*$`);

const HEADERS = [...header(MOMENT), ...header(CLOCK_ONLY)];
const INLINES = [inline(MOMENT), inline(CLOCK_ONLY)];
const ALONE = [alone(MOMENT), alone(CLOCK_ONLY)];
const SPOKEN = /^(?<name>[^\n:：,，。!！?？;；]{1,24})[:：]\s*(?<said>\S.*)$/;
const NAMED = /^(?<name>[^\n:：,，。!！?？;；]{1,24})[:：]$/;
const SYSTEM =
  /^(?:[-—=\s]*以下(?:为|是)新消息[-—=\s]*|.{1,40}(?:撤回了一条消息|加入了?群聊|邀请.{1,40}加入了?群聊|退出了?群聊|拍了拍.{1,20}|修改群名为.*|领取了.*红包)|\[(?:图片|语音|视频|动画表情|表情|文件|链接|小程序|红包|转账)\](?:\s*\d+[″"秒]?)?)$/;
/** A message without words that somebody sent all the same. */
const WORDLESS = /^\[[^\]\n]{1,8}\](?:\s*\d+[″"秒]?)?$/;
/** What stands before a colon and is nobody: headings, addresses, links. */
const NOBODY =
  /^(?:https?|ftp|ps|tips?|\d+|第.{1,3}条|.*(?:地址|电话|手机号?|备注|时间|数量|规格|价格|单价|总价|姓名|收货人|收件人|下单|注意|提醒|通知|公告|总结|优点|缺点|服务|味道|口味|口感|包装|质量|品质|物流|配送|商品|产品|评价|评分|建议|意见|问题|产地|原因|结果|链接|订单号?|单号|取货码|自提点|如下|例如|比如|说))$/i;

type State = { nowMs: number; zone: string; day?: string };

function firstMatch(patterns: readonly RegExp[], line: string) {
  for (const pattern of patterns) {
    const groups = pattern.exec(line)?.groups;
    if (groups) return groups;
  }
  return undefined;
}

function momentOf(groups: Record<string, string>, state: State): ReadMoment | undefined {
  const moment = readMoment(groups, state.nowMs, state.zone);
  if (!moment) return undefined;
  if (moment.day !== undefined) state.day = moment.day;
  return { ...moment, day: moment.day ?? state.day };
}

const isName = (name: string | undefined): name is string =>
  name !== undefined && name.trim() !== '' && !NOBODY.test(name.trim());

/**
 * Reads comments as they are pasted: messages copied from WeChat on a computer ("昵称 10:23" above
 * the text, days on lines of their own), "昵称: 文本" with or without a time, or plain lines. Where
 * speakers are named, a line without one goes on with the message before it. `keepsWordless`: a
 * picture under somebody's name is a message too, its text `[图片]`. Never throws.
 */
export function parseChat(
  pasted: string,
  nowMs: number,
  zone: string,
  { keepsWordless = false }: { keepsWordless?: boolean } = {},
): ParsedChat {
  const state: State = { nowMs, zone };
  const messages: ChatMessage[] = [];
  let skipped = 0;
  let open: ChatMessage | undefined;
  let isNamed = false;
  const begin = (message: ChatMessage) => {
    open = message;
    messages.push(message);
  };
  const lines = pasted
    .replace(/\r\n?/g, '\n')
    .replace(/[\u200b\ufeff]/g, '')
    .split('\n');
  for (const [index, raw] of lines.entries()) {
    const line = raw.replaceAll('\u00a0', ' ').trim();
    const at = (moment: ReadMoment | undefined) =>
      moment ? { at: momentMs(moment, nowMs, zone) } : {};
    if (line === '') {
      if (open && open.text !== '') open = undefined;
      continue;
    }
    if (keepsWordless && open?.text === '' && WORDLESS.test(line)) {
      open.text = line;
      continue;
    }
    if (SYSTEM.test(line)) {
      skipped += 1;
      // A picture alone was a whole message: its heading stays without words.
      if (open?.text === '') messages.pop();
      open = undefined;
      continue;
    }
    const day = firstMatch(ALONE, line);
    if (day && momentOf(day, state)) {
      open = undefined;
      continue;
    }
    const above = firstMatch(HEADERS, line);
    const aboveAt = above && isName(above.name) ? momentOf(above, state) : undefined;
    if (above && aboveAt) {
      isNamed = true;
      begin({ speaker: above.name?.trim(), ...at(aboveAt), text: '', line: index + 1 });
      continue;
    }
    const beside = firstMatch(INLINES, line);
    const besideAt = beside && isName(beside.name) ? momentOf(beside, state) : undefined;
    if (beside && besideAt) {
      isNamed = true;
      const text = beside.said ?? '';
      begin({ speaker: beside.name?.trim(), ...at(besideAt), text, line: index + 1 });
      continue;
    }
    const spoken = SPOKEN.exec(line)?.groups ?? NAMED.exec(line)?.groups;
    const isInsideMessage = open !== undefined && open.at !== undefined && open.text === '';
    if (spoken && isName(spoken.name) && !isInsideMessage) {
      isNamed = true;
      begin({ speaker: spoken.name.trim(), text: spoken.said ?? '', line: index + 1 });
      continue;
    }
    if (open && isNamed) open.text = open.text === '' ? line : `${open.text}\n${line}`;
    else begin({ text: line, line: index + 1 });
  }
  const said = messages.filter(({ text }) => text.trim() !== '');
  return { messages: said, skipped: skipped + messages.length - said.length };
}
