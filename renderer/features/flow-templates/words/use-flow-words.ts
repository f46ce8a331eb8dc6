import { dueRuleOf } from '@shared/domain/sop/due.rules';
import type { DueRule } from '@shared/domain/sop/due.schema';
import { metricText } from '@shared/domain/sop/metric.rules';
import type { ExitAction, StepDefinition } from '@shared/domain/sop/sop.schema';
import { windowParts } from '@shared/domain/sop/step-window.rules';
import type { ShownValue } from '@shared/domain/sop/template-diff.rules';
import { assertNever } from '@shared/lib/errors';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { builtInOf } from '../own-versions';
import { flowWords } from './flow-words.messages';

const percent = (rate: number) => `${Number((rate * 100).toFixed(2))}%`;

/** Says the parts of a flow in the window's language. */
export function useFlowWords() {
  const t = useMessages(flowWords);
  const words = useMessages(wordsMessages);
  const say = useBilingual();
  const format = useFormat();

  const dayWords = ({ on }: DueRule): string => {
    switch (on.kind) {
      case 'afterStart':
        return on.days === 0 ? t('dueFirstDay') : t('dueAfterStart', { days: on.days });
      case 'afterStep':
        return on.days === 0
          ? t('dueSameDay', { step: on.step })
          : t('dueAfterStep', { step: on.step, days: on.days });
      case 'weekday':
        return t('dueWeekday', { weekday: t(`weekday_${on.weekday as 1}`) });
      case 'onDay':
        return t('dueOnDay', { day: format.day(on.day) });
      default:
        return assertNever(on, 'dayWords');
    }
  };
  const due = (rule: DueRule): string => {
    const day = dayWords(rule);
    const plain = rule.isWorkingDays ? t('dueWorkingDays', { due: day }) : day;
    return rule.window ? t('dueHours', { due: plain, ...rule.window }) : plain;
  };
  const within = (windowMs: number | undefined): string => {
    if (windowMs === undefined) return t('windowNone');
    const { amount, unit } = windowParts(windowMs);
    return t(`window_${unit}`, { count: amount });
  };
  const metric = (of: StepDefinition['metric']): string => {
    const amount = (rate: number | undefined, value: number | undefined) => {
      if (rate !== undefined) return t('ofBefore', { rate: percent(rate) });
      if (value === undefined) return undefined;
      if (of.unit === 'yesNo') return value === 1 ? t('yes') : t('no');
      return `${metricText(value, of.unit)}${of.unit === 'percent' ? '%' : ` ${t(`unit_${of.unit}`)}`}`;
    };
    let text = t('metricPlain', {
      name: say(of.name),
      unit: t(`unit_${of.unit}`),
      direction: t(`direction_${of.direction}`),
    });
    const target = amount(of.targetRate, of.targetValue);
    const red = amount(of.redLineRate, of.redLineValue);
    if (target !== undefined) text = t('metricTarget', { metric: text, target });
    return red === undefined ? text : t('metricRed', { metric: text, red });
  };
  const exit = (action: ExitAction): string => {
    const when = t(`when_${action.when}`);
    if (action.kind === 'startFlow') {
      const other = builtInOf(action.templateKey);
      const name = other ? say(other.name) : action.templateKey;
      return t('exitFlowLine', { when, what: t('exit_startFlow', { name }) });
    }
    const name = action.kind === 'tag' ? action.tagName : action.name;
    const whom = t(`whom_${action.whom}`);
    return t('exitLine', { when, whom, what: t(`exit_${action.kind}`, { name }) });
  };
  const shown = (value: ShownValue): string => {
    switch (value.as) {
      case 'text':
        return say(value.text);
      case 'due':
        return due(value.due);
      case 'window':
        return within(value.windowMs);
      case 'role':
        return words(`ownerRole.${value.role}`);
      case 'rigour':
        return t(`rigour_${value.rigour}`);
      case 'tool':
        return t(`tool_${value.tool}`);
      case 'check':
        return t(`check_${value.kind}`);
      case 'yesNo':
        return value.is ? t('yes') : t('no');
      case 'metric':
        return metric(value.metric);
      case 'kind':
        return words(`flowKind.${value.kind}`);
      case 'hours':
        return t('hours', value.hours);
      case 'exits':
        return value.actions.map(exit).join('；') || t('noExits');
      case 'place':
        return t('place', { place: value.place });
      default:
        return assertNever(value, 'shown');
    }
  };
  return {
    t,
    words,
    say,
    format,
    due,
    dueOf: (step: StepDefinition) => due(dueRuleOf(step)),
    within,
    metric,
    exit,
    shown,
  };
}
