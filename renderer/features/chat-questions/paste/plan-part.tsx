import { Button, Group } from '@mantine/core';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useMinutes } from '@/features/replies';
import { Chip } from '@/ui/chip';
import { Why } from '@/ui/why';
import type { ChatPlan } from '@/workers/replies/chat-desk';
import { chatQuestionsMessages } from '../chat-questions.messages';
import type { GroupChoice } from '../use-questions';
import classes from './paste.module.css';
import { SpeakersPart } from './speakers-part';
import type { ChatPaste } from './use-chat-paste';

type PlanPartProps = { state: ChatPaste; plan: ChatPlan; groups: readonly GroupChoice[] };

/** As many as one reads before committing; the counts are of all. */
const SHOWN = 200;

/** What the chat comes to: counts, who speaks, questions with their answers; then taken in. */
export function PlanPart({ state, plan, groups }: PlanPartProps) {
  const t = useMessages(chatQuestionsMessages);
  const format = useFormat();
  const { messages, days, speakers, questions, systemLines, nameless, changes, newActs, toldActs } =
    plan;
  const isSame =
    changes.questions.added + changes.questions.changed === 0 &&
    changes.days.added + changes.days.changed === 0 &&
    newActs === 0;
  const groupName = groups.find(({ id }) => id === state.groupId)?.name ?? '';
  return (
    <div
      className={classes.part}
      data-testid="chat-plan"
      data-questions={questions.length}
      data-new={changes.questions.added}
      data-same={isSame}
    >
      <p className={classes.strong}>
        {groupName} ·{' '}
        {t('plan.counts', {
          messages: format.count(messages),
          days: format.count(days.length),
          speakers: format.count(speakers.length),
          questions: format.count(questions.length),
        })}
      </p>
      <p>
        {isSame
          ? t('plan.same')
          : [
              t('plan.questions', changes.questions),
              t('plan.days', changes.days),
              ...(newActs > 0 ? [t('plan.acts', { count: format.count(newActs) })] : []),
              ...(toldActs > 0 ? [t('plan.told', { count: format.count(toldActs) })] : []),
            ].join(' · ')}
      </p>
      {systemLines + nameless > 0 && <p>{t('plan.skipped', { system: systemLines, nameless })}</p>}
      <div className={classes.columns}>
        <SpeakersPart state={state} speakers={speakers} />
        <section className={classes.found}>
          <h3>
            {t('plan.found')} {format.count(questions.length)}{' '}
            <Why word={t('why')}>{t('plan.foundWhy')}</Why>
          </h3>
          {questions.length === 0 && <p>{t('plan.none')}</p>}
          <ul className={classes.list}>
            {questions.slice(0, SHOWN).map((question) => (
              <PlannedQuestion key={question.id} question={question} />
            ))}
          </ul>
          {questions.length > SHOWN && (
            <p>{t('plan.more', { count: format.count(questions.length - SHOWN) })}</p>
          )}
        </section>
      </div>
      <p>
        {days
          .slice(-7)
          .map(({ day, messages: said = 0, speakers: people = 0 }) =>
            t('plan.day', { day: format.day(day), messages: said, speakers: people }),
          )
          .join(' · ')}
      </p>
      <Group justify="space-between">
        <Button variant="default" onClick={state.back}>
          {t('plan.back')}
        </Button>
        <Button
          data-testid="chat-commit"
          loading={state.isBusy}
          disabled={isSame}
          onClick={() => void state.commit(groupName)}
        >
          {t('plan.commit')}
        </Button>
      </Group>
    </div>
  );
}

function PlannedQuestion({ question }: { question: ChatPlan['questions'][number] }) {
  const t = useMessages(chatQuestionsMessages);
  const format = useFormat();
  const minutes = useMinutes();
  const { asker = '', text, askedAt, isDayOnly, state, answeredBy = '', answeredAt } = question;
  return (
    <li data-testid="chat-plan-question" data-state={state}>
      <span className={classes.words}>{text}</span>
      <span className={classes.quiet}>
        {asker} · {isDayOnly ? format.date(askedAt) : format.dateTime(askedAt)}
      </span>
      {state === 'answered' ? (
        <Chip tone="green">
          {answeredAt === undefined
            ? t('plan.answerNoTime', { who: answeredBy })
            : t('plan.answer', { who: answeredBy, time: minutes(answeredAt - askedAt) })}
        </Chip>
      ) : (
        <Chip tone="yellow">{t('plan.open')}</Chip>
      )}
    </li>
  );
}
