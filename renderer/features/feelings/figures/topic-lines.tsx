import { UnstyledButton } from '@mantine/core';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { showPeople } from '@/features/segments';
import { Chip } from '@/ui/chip';
import type { TopicFigure } from '@/workers/feelings/comment-types';
import { feelingsMessages } from '../feelings.messages';
import { speakersOf } from '../feelings-view';
import classes from './feeling-figures.module.css';
import { useShareText } from './share-text';

/** What is complained about most; a line opens whoever complained. */
export function TopicLines({ topics, days }: { topics: TopicFigure[]; days?: string }) {
  const t = useMessages(feelingsMessages);
  const format = useFormat();
  const shareText = useShareText();
  return (
    <ul className={classes.lines}>
      {topics.map(({ topic, n, bad, severe }) => (
        <li key={topic}>
          <UnstyledButton
            className={classes.topic}
            data-testid={`feelings-topic-${topic}`}
            data-count={n}
            data-bad={bad}
            disabled={bad === 0}
            title={t('showPeopleHint')}
            onClick={() =>
              showPeople({
                title: t('peopleTopic', { topic: t(`topic.${topic}`) }),
                rule: speakersOf({ topics: [topic], feelings: ['bad'] }, days),
              })
            }
          >
            <span className={classes.label}>{t(`topic.${topic}`)}</span>
            <span className={classes.quiet}>
              {t('topicLine', { n: format.count(n), bad: format.count(bad) })}
              {shareText(bad, n) && <> · {shareText(bad, n)}</>}
              {severe > 0 && (
                <>
                  {' '}
                  <Chip tone="red">{t('topicSevere', { n: format.count(severe) })}</Chip>
                </>
              )}
            </span>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}
