import type { RunEvent } from '@shared/domain/sop/run-record.schema';
import type { MetricUnit } from '@shared/domain/sop/sop.schema';
import { assertNever } from '@shared/lib/errors';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useMetricWords } from '../step/use-metric-words';
import { storyMessages } from './story.messages';

const ANSWERS = ['tick', 'pass', 'fail', 'value'] as const;

/** One line of the story as a sentence; `unit` is that of the step it belongs to. */
export function useStoryWords(): (event: RunEvent, unit: MetricUnit) => string {
  const t = useMessages(storyMessages);
  const format = useFormat();
  const amount = useMetricWords();
  return ({ kind, detail = {} }, unit) => {
    const text = (key: string) => String(detail[key] ?? '');
    const number = (key: string) => Number(detail[key] ?? 0);
    const reading = { amount: amount(number('count'), unit) };
    switch (kind) {
      case 'started':
        return t('started', { template: text('template'), version: number('version') });
      case 'targetChosen':
        return t('targetChosen', { what: text('what'), n: format.count(number('count')) });
      case 'stepDone':
        return t(number('late') > 0 ? 'stepDoneLate' : 'stepDone', reading);
      case 'stepOverridden':
        return t('stepOverridden', { open: number('open') });
      case 'itemAnswered': {
        const answer = ANSWERS.find((it) => it === detail.result) ?? 'none';
        return t(`itemAnswered_${answer}`, { item: text('item') });
      }
      case 'metricRead':
        return detail.count === undefined ? t('metricCleared') : t('metricRead', reading);
      case 'scriptChanged':
        return t('scriptChanged', { script: text('script') });
      case 'ownerChanged':
        return text('name') ? t('ownerChanged', { name: text('name') }) : t('ownerCleared');
      case 'startDayChanged':
        return t('startDayChanged', { day: text('day') });
      case 'renamed':
        return t('renamed', { title: text('title') });
      case 'variablesFilled':
        return t('variablesFilled', { names: text('names') });
      case 'exitAction': {
        const name = text('name');
        if (detail.action === 'startFlow') return t('exit_startFlow', { name });
        const words = detail.action === 'tag' ? 'exit_tag' : 'exit_snapshot';
        return t(words, { n: format.count(number('count')), name });
      }
      case 'overlapAccepted':
        return t('overlapAccepted', { title: text('title'), n: format.count(number('count')) });
      case 'positioningChosen':
        return text('name')
          ? t('positioningChosen', { name: text('name') })
          : t('positioningCleared');
      case 'placed':
        return t('placed', {
          n: format.count(number('count')),
          w: format.count(number('waiting')),
        });
      case 'stepSkipped':
      case 'stepReopened':
      case 'targetChanged':
      case 'ended':
      case 'finished':
      case 'rescueOpened':
      case 'reviewAccepted':
        return t(kind);
      default:
        return assertNever(kind, 'useStoryWords');
    }
  };
}
