import { Button } from '@mantine/core';
import type { GroupFigures } from '@shared/domain/group-life/figures.types';
import { useState } from 'react';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { Card } from '@/ui/card';
import { Why } from '@/ui/why';
import type { QuietWhy } from '@/workers/group-life/quiet-types';
import classes from '../activity.module.css';
import { whyQuietMessages } from './why.messages';

const FIRST_SHOWN = 9;

type WhyCardProps = {
  why: QuietWhy;
  /** Of the last fourteen whole days. */
  figures: GroupFigures;
};

/** Who went quiet, what stopped and what hangs: named, so that somebody can see to it. */
export function WhyCard({ why, figures }: WhyCardProps) {
  const t = useMessages(whyQuietMessages);
  const format = useFormat();
  const span = ({ from, to }: { from: string; to: string }) =>
    `${format.day(from)} – ${format.day(to)}`;
  return (
    <Card
      title={t('title')}
      actions={
        <Why word={t('why')}>
          {t('whyText', { recent: span(why.recent), before: span(why.before) })}
        </Why>
      }
    >
      <ul
        className={classes.reasons}
        data-testid="why-quiet"
        data-people={why.total}
        data-columns={why.stopped.length}
        data-questions={why.openQuestions}
      >
        <li>
          <People why={why} />
        </li>
        <li>
          <h3>
            {why.stopped.length > 0
              ? t('columns', { n: format.count(why.stopped.length) })
              : t('columnsNone')}
          </h3>
          {why.stopped.map(({ name, pieces }) => t('column', { name, pieces })).join(' · ')}
        </li>
        <li>
          <h3>
            {why.openQuestions > 0
              ? t('questions', { n: format.count(why.openQuestions) })
              : t('questionsNone')}
          </h3>
          {why.questions.map(({ id, asker, text, day }) => (
            <div key={id}>
              {asker
                ? t('question', { day: format.day(day), asker, text })
                : t('questionPlain', { day: format.day(day), text })}
            </div>
          ))}
        </li>
        <li>
          <h3>
            <Slots figures={figures} />
          </h3>
        </li>
      </ul>
    </Card>
  );
}

function People({ why }: { why: QuietWhy }) {
  const t = useMessages(whyQuietMessages);
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { people, total, left, activeBefore: before, still, fresh } = why;
  if (before === 0) {
    return (
      <>
        <h3>{t('peopleUnknown')}</h3>
        {t('peopleUnknownText')}
      </>
    );
  }
  if (total === 0) {
    return (
      <>
        <h3>{t('peopleNone')}</h3>
        {t('peopleNoneText', { before })}
      </>
    );
  }
  const shown = isOpen ? people : people.slice(0, FIRST_SHOWN);
  return (
    <>
      <h3>{t('people', { total: format.count(total) })}</h3>
      {t('peopleText', { before, still, total, left, fresh })}
      <ul className={classes.names}>
        {shown.map(({ memberId, name, activeDays: days, lastDay, hasLeft }) => (
          <li key={memberId} data-testid="quiet-person" data-member-id={memberId}>
            <Link href={`/members/${memberId}`}>{name}</Link>
            <small>
              {t(hasLeft ? 'personLeft' : 'person', { days, day: format.day(lastDay) })}
            </small>
          </li>
        ))}
      </ul>
      {shown.length < people.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>
          {t('more', { n: people.length - shown.length })}
        </Button>
      )}
      {isOpen && total > people.length && (
        <p className={classes.quiet}>{t('notShown', { n: total - people.length })}</p>
      )}
    </>
  );
}

function Slots({ figures: { planned, notSent = 0, late = 0 } }: { figures: GroupFigures }) {
  const t = useMessages(whyQuietMessages);
  if (planned === undefined) return t('slotsUnknown');
  return notSent + late === 0
    ? t('slotsFine', { planned })
    : t('slots', { planned, notSent, late });
}
