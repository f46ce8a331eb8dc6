import { addDays } from '@shared/lib/time';
import { dayFacts, lunarLabel } from './facts/day-facts';
import { solarTermOf } from './facts/solar-terms';
import type { SendVariables } from './send-variables.schema';

/** Names that differ by language but mean one thing, so that either text finds the value. */
const SAME: Readonly<Record<string, string>> = {
  group: '群名',
  nickname: '昵称',
  date: '日期',
  weekday: '星期',
  solarTerm: '节气',
  festival: '节日',
  lunar: '农历',
  leader: '团长',
  pickup: '取货点',
  shop: '店名',
};

/** Variables that the leader gives a value, offered before any text asks for them. */
export const OWN_VARIABLES = ['团长', '取货点', '昵称', '店名'] as const;

/** What the console knows by itself of a sending. */
export type SendTextFacts = {
  /** `YYYY-MM-DD`: the day on which it is read. */
  day: string;
  groupName?: string | undefined;
  groupVariables?: SendVariables | undefined;
  workspaceVariables: SendVariables;
  workspaceName?: string | undefined;
};

/** Full-width braces are what a Chinese keyboard types. */
const VARIABLE = /[{｛]([^{}｛｝\n]{1,20})[}｝]/g;

/** The name by which a variable is kept: the Chinese one for those that have two. */
function variableKey(name: string): string {
  const trimmed = name.trim();
  return Object.hasOwn(SAME, trimmed) ? (SAME[trimmed] ?? trimmed) : trimmed;
}

/** The variables of a text by their keys, each once, in their order. */
export function variablesIn(text: string): string[] {
  const names = [...text.matchAll(VARIABLE)].map(([, name = '']) => variableKey(name));
  return [...new Set(names)];
}

/** A text cut at its variables: words and, at every odd place, a variable in its braces. */
export function splitAtVariables(text: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const match of text.matchAll(VARIABLE)) {
    parts.push(text.slice(from, match.index), match[0]);
    from = match.index + match[0].length;
  }
  return [...parts, text.slice(from)];
}

/** The shop's name is the workspace's own where none is typed. */
export const SHOP_VARIABLE = '店名';

/** Variables that the console fills from the calendar and the group; nobody types these. */
export function isKnownVariable(key: string): boolean {
  return ['群名', '日期', '星期', '节气', '节日', '农历'].includes(key);
}

export type FilledText = {
  text: string;
  /** Keys of variables without a value; such a text must not go out. */
  missing: string[];
};

/**
 * A text as one group will get it: the group's own value first, then the workspace's, then what the
 * calendar knows. `missing` names what stayed open; its braces stay in `text`, to be seen.
 */
export function fillSendText(text: string, facts: SendTextFacts): FilledText {
  const missing = new Set<string>();
  const filled = text.replace(VARIABLE, (whole, name: string) => {
    const value = valueFor(name.trim(), facts);
    if (value === undefined) missing.add(variableKey(name));
    return value ?? whole;
  });
  return { text: filled, missing: [...missing] };
}

function valueFor(name: string, facts: SendTextFacts): string | undefined {
  const key = variableKey(name);
  const typed = own(facts.groupVariables, key) ?? own(facts.workspaceVariables, key);
  return typed ?? knownValue(key, name === key ? 'zh' : 'en', facts);
}

const own = (values: SendVariables | undefined, key: string): string | undefined =>
  values && Object.hasOwn(values, key) ? values[key]?.trim() || undefined : undefined;

/** The name's own language decides in which one a day is written. */
function knownValue(key: string, language: 'zh' | 'en', facts: SendTextFacts): string | undefined {
  const { day } = facts;
  switch (key) {
    case '群名':
      return facts.groupName?.trim() || undefined;
    case '店名':
      return facts.workspaceName?.trim() || undefined;
    case '日期':
      return dayWords(day, language, {
        month: language === 'zh' ? 'long' : 'short',
        day: 'numeric',
      });
    case '星期':
      return dayWords(day, language, { weekday: 'long' });
    case '节气':
      return solarTermInForce(day)?.[language];
    case '节日':
      return dayFacts(day).festivals[0]?.[language];
    case '农历': {
      const { lunar } = dayFacts(day);
      if (!lunar) return undefined;
      if (language === 'en') return lunarLabel(lunar).en;
      // The label of a first is its month's name.
      const month = lunarLabel({ ...lunar, day: 1 }).zh;
      return `${month}${lunar.day === 1 ? '初一' : lunarLabel(lunar).zh}`;
    }
    default:
      return undefined;
  }
}

function dayWords(day: string, language: 'zh' | 'en', options: Intl.DateTimeFormatOptions) {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** Terms lie at most sixteen days apart. */
const LONGEST_TERM_DAYS = 16;

/** The solar term that began last, on the day itself or before. */
function solarTermInForce(day: string) {
  for (let back = 0; back <= LONGEST_TERM_DAYS; back += 1) {
    const term = solarTermOf(addDays(day, -back));
    if (term) return term;
  }
  return undefined;
}
