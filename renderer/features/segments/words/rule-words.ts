import type { RuleRemark } from '@shared/domain/rules/engine-types';
import type { Rule } from '@shared/domain/rules/rule.schema';
import type { Language } from '@/app/i18n/i18n';
import { translator } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import type { Format } from '@/ui/format';
import { conditionWords, type Speaker } from './condition-words';
import { ruleMessages } from './rule.messages';
import type { RuleNames } from './rule-names';

export type RuleWords = {
  /** The whole rule as one sentence, never empty. */
  sentence: (rule: Rule) => string;
  /** One level of it: what a group asks of its parts, or the condition itself. */
  outline: (rule: Rule) => string;
  remark: (remark: RuleRemark) => string;
};

/** Rules in the words of one language. */
export function createRuleWords(language: Language, format: Format, names: RuleNames): RuleWords {
  const t = translator(ruleMessages, language);
  const speaker: Speaker = { t, words: translator(wordsMessages, language), names, format };
  return {
    sentence: (rule) => clause(speaker, rule, { isInside: false, isNot: false }),
    outline: (rule) => {
      switch (rule.kind) {
        case 'all':
        case 'any':
          if (rule.of.length === 0) return t(rule.kind === 'all' ? 'everybody' : 'nobody');
          return t(`outline.${rule.kind}`);
        case 'not':
          return t('outline.not');
        case 'held':
          return t('outline.held', { days: rule.days });
        default:
          return conditionWords(speaker, rule, false);
      }
    },
    remark: ({ code }) => t(`remark.${code}`),
  };
}

type Place = { isInside: boolean; isNot: boolean };

function clause(speaker: Speaker, rule: Rule, { isInside, isNot }: Place): string {
  const { t } = speaker;
  switch (rule.kind) {
    case 'all':
    case 'any': {
      const said = groupWords(speaker, rule, isInside || isNot);
      return isNot ? t('notThe', { what: said }) : said;
    }
    case 'not':
      return clause(speaker, rule.of, { isInside, isNot: !isNot });
    case 'held': {
      const what = clause(speaker, rule.of, { isInside: true, isNot: false });
      const said = t('held', { what, days: rule.days });
      return isNot ? t('notThe', { what: said }) : said;
    }
    default:
      return conditionWords(speaker, rule, isNot);
  }
}

/** Han stands off from Latin letters and digits. */
const gapBefore = (part: string, joint: string) =>
  /^[A-Za-z0-9]/.test(part) && !joint.endsWith(' ') ? ' ' : '';

function groupWords(
  speaker: Speaker,
  rule: Extract<Rule, { kind: 'all' | 'any' }>,
  isInside: boolean,
): string {
  const { t } = speaker;
  if (rule.of.length === 0) return t(rule.kind === 'all' ? 'everybody' : 'nobody');
  const isAlone = rule.of.length === 1;
  const parts = rule.of.map((each) =>
    clause(speaker, each, { isInside: isInside || !isAlone, isNot: false }),
  );
  const joint = t(rule.kind === 'all' ? 'and' : 'or');
  const joined = parts.reduce((said, part) => `${said}${joint}${gapBefore(part, joint)}${part}`);
  return isInside && !isAlone ? `${t('open')}${joined}${t('close')}` : joined;
}
