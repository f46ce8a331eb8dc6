import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useMinutes } from '@/features/replies';
import { Why } from '@/ui/why';
import type { QuestionFigures } from '@/workers/replies/question-types';
import { chatQuestionsMessages } from '../chat-questions.messages';
import { LEAST_FOR_SHARE } from '../use-questions';
import classes from './answer-times.module.css';

/** How long answers took, by group and week: median with n; a week without is said to be without. */
export function AnswerTimes({ figures }: { figures: QuestionFigures }) {
  const t = useMessages(chatQuestionsMessages);
  const format = useFormat();
  const minutes = useMinutes();
  const cell = ({ n, medianMs }: { n: number; medianMs?: number }) =>
    medianMs === undefined ? (
      <span className={classes.quiet}>{t('noData')}</span>
    ) : (
      t('cell', { median: minutes(medianMs), n: format.count(n) })
    );
  return (
    <div className={classes.scroller} data-testid="answer-times">
      <p className={classes.quiet}>
        {t('figuresLead')} <Why word={t('why')}>{t('figuresWhy')}</Why>
      </p>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('columnGroup')}</th>
            <th scope="col">{t('columnOpen')}</th>
            <th scope="col">{t('columnAll')}</th>
            <th scope="col">{t('columnP90')}</th>
            {figures.weeks.map((week) => (
              <th key={week} scope="col">
                {t('week', { day: format.day(week) })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.groups.map(({ groupId, name, open, times, weeks }) => (
            <tr key={groupId} data-testid="answer-times-row" data-id={groupId} data-n={times.n}>
              <th scope="row">{name || t('noGroup')}</th>
              <td>{format.count(open)}</td>
              <td>{cell(times)}</td>
              <td>
                {times.p90Ms === undefined || times.n < LEAST_FOR_SHARE ? (
                  <span className={classes.quiet}>
                    {times.p90Ms === undefined
                      ? t('noData')
                      : t('tooFew', { least: LEAST_FOR_SHARE })}
                  </span>
                ) : (
                  minutes(times.p90Ms)
                )}
              </td>
              {weeks.map((week, at) => (
                <td
                  key={figures.weeks[at]}
                  title={t('cellOf', { asked: week.asked, answered: week.answered })}
                >
                  {cell(week)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
