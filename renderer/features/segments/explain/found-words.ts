import type { Explained } from '@shared/domain/rules/engine-types';
import { dayOfNumber } from '@shared/lib/time';
import type { Translate } from '@/app/i18n/messages';
import type { wordsMessages } from '@/app/i18n/words.messages';
import type { Format } from '@/ui/format';
import { codeWords } from '../words/code-words';
import { shareWords } from '../words/range-words';
import type { RuleNames } from '../words/rule-names';
import type { explainMessages } from './explain.messages';

type Finder = {
  t: Translate<keyof typeof explainMessages.zh>;
  words: Translate<keyof typeof wordsMessages.zh>;
  names: RuleNames;
  format: Format;
};

/** What was found of a condition, in words; nothing for groups, which speak through their parts. */
export function foundWords(by: Finder, explained: Explained): string | undefined {
  const { t, format } = by;
  const { rule, day } = explained;
  if (rule.kind === 'all' || rule.kind === 'any' || rule.kind === 'not') return undefined;
  const said = plainFound(by, explained);
  const on = day === undefined ? undefined : format.fullDay(dayOfNumber(day));
  if (said === undefined) {
    if (on !== undefined) return t('foundDayOnly', { day: on });
    const speaks = rule.kind !== 'segment' && rule.kind !== 'snapshot' && rule.kind !== 'tag';
    return speaks && rule.kind !== 'filled' ? t('foundNothing') : undefined;
  }
  return on === undefined ? said : t('foundOn', { found: said, day: on });
}

function plainFound({ t, words, names, format }: Finder, { rule, found }: Explained) {
  if (found === undefined) return undefined;
  if (typeof found === 'number') {
    const n = format.count(found);
    switch (rule.kind) {
      case 'times':
        return t('foundTimes', { n });
      case 'days':
        return t('foundDays', { n });
      case 'when':
      case 'known':
        return t('foundDaysAgo', { n });
      case 'age':
        return t('foundYears', { n });
      case 'birthday':
        return t('foundAway', { n });
      case 'money':
      case 'ltv':
        return t('foundMoney', { money: format.money(found) });
      case 'share':
        return t('foundShare', { share: shareWords(found) });
      case 'held':
        return t('foundHeld', { n });
      case 'inGroup':
        return t('foundGroups', { count: found, n });
      default:
        return t('foundIs', { what: n });
    }
  }
  switch (rule.kind) {
    case 'attribute':
      return found === ''
        ? t('foundNothing')
        : t('foundIs', { what: codeWords(words, rule.field, found) });
    case 'text':
      return t('foundIs', { what: rule.field === 'address' ? format.address(found) : found });
    case 'tag':
      return t('foundIs', { what: names.tag(found) ?? found });
    case 'quadrant':
      return found === ''
        ? t('foundNothing')
        : t('foundIs', { what: names.quadrant(found) ?? found });
    case 'level':
      return found === '' ? t('foundNothing') : t('foundIs', { what: names.level(found) ?? found });
    case 'rfm':
      return t('foundScores', { what: [...found].join(' · ') });
    case 'persona': {
      const [frequency = '', orderValue = '', category = ''] = found.split(' · ');
      const said = [
        names.band('frequency', frequency) ?? frequency,
        names.band('orderValue', orderValue) ?? orderValue,
        names.category(category) ?? category,
      ].filter((part) => part !== '');
      return t('foundIs', { what: said.join(' · ') });
    }
    default:
      return t('foundIs', { what: found });
  }
}
