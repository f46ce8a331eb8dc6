import type { Explained } from '@shared/domain/rules/engine-types';
import type { Rule } from '@shared/domain/rules/rule.schema';
import { dayOfNumber } from '@shared/lib/time';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { dataWorker } from '@/db/client';
import { useRuleWords } from '@/features/segments';
import type { Format } from '@/ui/format';
import { panelMessages } from './panel.messages';
import classes from './panel.module.css';

/** Why a rule holds for somebody or not: every condition, and what was found of it. */
export function Explanation({ rule, memberId }: { rule: Rule; memberId: string }) {
  const [explained, setExplained] = useState<Explained>();
  useEffect(() => {
    let isCurrent = true;
    dataWorker()
      .people.explain(rule, memberId)
      .then((answer) => isCurrent && setExplained(answer.explained), showProblem);
    return () => {
      isCurrent = false;
    };
  }, [rule, memberId]);
  return explained ? (
    <ul className={classes.conditions} data-testid="explanation">
      <Condition explained={explained} />
    </ul>
  ) : null;
}

function Condition({ explained }: { explained: Explained }) {
  const t = useMessages(panelMessages);
  const format = useFormat();
  const { sentence } = useRuleWords();
  const { rule, isTrue, day, of = [] } = explained;
  const found = foundWords(explained, format, sentence);
  const isGroup = rule.kind === 'all' || rule.kind === 'any' || rule.kind === 'not';
  const Icon = isTrue ? IconCheck : IconX;
  return (
    <li>
      <Icon size={14} stroke={2} aria-label={t(isTrue ? 'holds' : 'holdsNot')} />{' '}
      {isGroup ? t(`group.${rule.kind}`) : sentence(rule)}
      {found !== undefined && <span className={classes.found}>{t('found', { found })}</span>}
      {day !== undefined && (
        <span className={classes.found}>{format.fullDay(dayOfNumber(day))}</span>
      )}
      {of.length > 0 && (
        <ul className={classes.conditions}>
          {of.map((part, at) => (
            <Condition key={at} explained={part} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** What was found, in the unit of its condition. */
function foundWords(
  { rule, found, isTrue }: Explained,
  format: Format,
  sentence: (rule: Rule) => string,
): string | undefined {
  if (found === undefined || found === '') return undefined;
  switch (rule.kind) {
    case 'attribute':
    case 'quadrant':
    case 'level':
      // Whoever fits is what the condition says; the others are something that has a name as well.
      return isTrue ? undefined : sentence({ ...rule, isAny: [String(found)] });
    default:
      return typeof found === 'string' ? found : numberWords(rule, found, format);
  }
}

function numberWords(rule: Rule, found: number, format: Format): string {
  switch (rule.kind) {
    case 'money':
    case 'ltv':
      return format.money(Math.round(found));
    case 'share':
      return `${Math.round(found * 1000) / 10}%`;
    default:
      return format.count(found);
  }
}
