import type { Range, Window } from '@shared/domain/rules/rule.schema';
import type { MessageKey, MessageParams } from '@/app/i18n/messages';
import type { Format } from '@/ui/format';
import type { ruleMessages } from './rule.messages';

export type RuleKey = keyof typeof ruleMessages.zh;
export type RuleTranslate = (key: MessageKey<RuleKey>, params?: MessageParams) => string;
export type Say = (value: number) => string;

/** `≥ 3`, `2–5`, `= 1`; `say` gives the ends their unit. */
export function rangeWords(t: RuleTranslate, { min, max }: Range, say: Say = String): string {
  if (min === undefined && max === undefined) return t('rangeAny');
  if (min === undefined) return t('rangeMax', { n: say(max ?? 0) });
  if (max === undefined) return t('rangeMin', { n: say(min) });
  if (min === max) return t('rangeExact', { n: say(min) });
  return t('rangeBoth', { min: say(min), max: say(max) });
}

/** Before the verb in Chinese, behind it in English; nothing for "ever". */
export function windowWords(t: RuleTranslate, format: Format, window: Window | undefined): string {
  if (window === undefined) return '';
  if ('lastDays' in window) {
    return window.lastDays === 1 ? t('today') : t('lastDays', { n: window.lastDays });
  }
  return spanWords(t, format, window);
}

/** A stretch of the calendar; nothing when both ends are open. */
export function spanWords(
  t: RuleTranslate,
  format: Format,
  { from, to }: { from?: string | undefined; to?: string | undefined },
): string {
  if (from !== undefined && to !== undefined) {
    return t('span', { from: format.fullDay(from), to: format.fullDay(to) });
  }
  if (from !== undefined) return t('since', { from: format.fullDay(from) });
  if (to !== undefined) return t('until', { to: format.fullDay(to) });
  return '';
}

/** Thresholds are no secret, so the privacy mask leaves them: `¥50`, `¥12.5`. */
export const yuanWords: Say = (fen) => `¥${String(Math.round(fen) / 100)}`;

/** `0.25` as `25%`. */
export const shareWords: Say = (share) => `${String(Math.round(share * 1000) / 10)}%`;
