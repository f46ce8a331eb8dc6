import { UnstyledButton } from '@mantine/core';
import { FEELINGS, type Feeling } from '@shared/domain/feelings/comment.schema';
import { SMALL_SAMPLE_SIZE, wilsonInterval } from '@shared/domain/statistics/proportion.rules';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { showPeople } from '@/features/segments';
import { Card } from '@/ui/card';
import { Why } from '@/ui/why';
import type { CommentFigures } from '@/workers/feelings/comment-types';
import { feelingsMessages } from '../feelings.messages';
import { type FeelingsView, speakersOf } from '../feelings-view';
import classes from './feeling-figures.module.css';
import { TopicLines } from './topic-lines';
import { WeekLines } from './week-lines';

type FiguresProps = { figures: CommentFigures; view: FeelingsView };

/** How people feel, about what, and how it goes; each number opens whoever said so. */
export function FeelingFigures({ figures, view }: FiguresProps) {
  const t = useMessages(feelingsMessages);
  const days = view.days[0];
  const open = (feeling: Feeling) =>
    showPeople({
      title: t('peopleFeeling', { feeling: t(`feeling.${feeling}`) }),
      rule: speakersOf({ feelings: [feeling] }, days),
    });
  return (
    <div className={classes.figures}>
      <Card title={t('figuresTitle')} actions={<Why word={t('whyTitle')}>{t('whyShare')}</Why>}>
        <ul className={classes.lines}>
          {FEELINGS.map((feeling) => (
            <li key={feeling}>
              <ShareLine
                testId={`feelings-${feeling}`}
                label={t(`feeling.${feeling}`)}
                count={figures.byFeeling[feeling]}
                n={figures.n}
                tone={feeling}
                onOpen={() => open(feeling)}
              />
            </li>
          ))}
          <li>
            <ShareLine
              testId="feelings-severe"
              label={t('severe')}
              count={figures.severe}
              n={figures.n}
              tone="severe"
              onOpen={() =>
                showPeople({
                  title: t('peopleSevere'),
                  rule: speakersOf({ intensity: { min: 3 } }, days),
                })
              }
            />
          </li>
        </ul>
      </Card>
      <Card title={t('topicsTitle')}>
        <TopicLines topics={figures.topics} {...(days === undefined ? {} : { days })} />
      </Card>
      <Card title={t('weeksTitle')}>
        <WeekLines weeks={figures.weeks} />
      </Card>
    </div>
  );
}

type ShareLineProps = {
  testId: string;
  label: string;
  count: number;
  n: number;
  tone: Feeling | 'severe';
  onOpen: () => void;
};

function ShareLine({ testId, label, count, n, tone, onOpen }: ShareLineProps) {
  const t = useMessages(feelingsMessages);
  const format = useFormat();
  const interval = wilsonInterval({ count, total: n });
  const shown = n >= SMALL_SAMPLE_SIZE && interval.kind === 'interval' ? interval : undefined;
  return (
    <UnstyledButton
      className={classes.line}
      data-testid={testId}
      data-count={count}
      data-n={n}
      disabled={count === 0}
      title={t('showPeopleHint')}
      onClick={onOpen}
    >
      <span className={classes.label} data-tone={tone}>
        {label}
      </span>
      <span className={classes.value}>{shown ? format.percent(count / n, n) : t('tooFew')}</span>
      <span className={classes.quiet}>
        {t('share', { k: format.count(count), n: format.count(n) })}
        {shown && (
          <>
            {' · '}
            {t('interval', { low: format.percent(shown.low), high: format.percent(shown.high) })}
          </>
        )}
      </span>
    </UnstyledButton>
  );
}
