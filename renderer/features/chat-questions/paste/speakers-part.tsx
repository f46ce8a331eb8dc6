import { Checkbox } from '@mantine/core';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import type { ChatSpeaker } from '@/workers/replies/chat-desk';
import { chatQuestionsMessages } from '../chat-questions.messages';
import classes from './paste.module.css';
import type { ChatPaste } from './use-chat-paste';

const SHOWN = 300;

/** Who speaks, as whom of the roster, and who of them for the house. */
export function SpeakersPart(props: { state: ChatPaste; speakers: readonly ChatSpeaker[] }) {
  const { state, speakers } = props;
  const t = useMessages(chatQuestionsMessages);
  const format = useFormat();
  return (
    <section className={classes.speakers}>
      <h3>
        {t('plan.speakers')} {format.count(speakers.length)}
      </h3>
      <p>{t('plan.officialHint')}</p>
      <ul className={classes.list}>
        {speakers.slice(0, SHOWN).map(({ name, messages, isOfficial, memberIds, memberName }) => (
          <li key={name} data-testid="chat-speaker" data-name={name} data-official={isOfficial}>
            <span className={classes.words}>
              {name}{' '}
              <span className={classes.quiet}>
                {memberIds.length > 1
                  ? t('plan.several', { n: memberIds.length })
                  : (memberName ?? t('plan.unmatched'))}
              </span>
            </span>
            <span className={classes.quiet}>
              {t('plan.messagesOf', { n: format.count(messages) })}
            </span>
            <Checkbox
              size="xs"
              label={t('plan.official')}
              aria-label={t('plan.officialOf', { name })}
              checked={isOfficial}
              // Whoever is official in the group stays so here.
              disabled={state.isBusy || (isOfficial && !state.isSetOfficial(name))}
              onChange={(event) => void state.setOfficial(name, event.currentTarget.checked)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
