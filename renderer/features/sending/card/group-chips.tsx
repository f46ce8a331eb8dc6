import type { SendTarget } from '@shared/domain/calendar/send-state.rules';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { sendMessages } from '../send.messages';
import { StateIcon } from '../state-icon';
import classes from './send-card.module.css';

type GroupChipsProps = {
  targets: readonly SendTarget[];
  focused: string | undefined;
  nameOf: (groupId: string) => string;
  onChoose: (groupId: string) => void;
};

/** The groups of a piece, each with where it stands; the text below is that of the pressed one. */
export function GroupChips({ targets, focused, nameOf, onChoose }: GroupChipsProps) {
  const t = useMessages(sendMessages);
  const format = useFormat();
  return (
    <section className={classes.chips} aria-label={t('groups')}>
      {targets.map(({ groupId, state, at }) => (
        <button
          key={groupId}
          type="button"
          className={classes.chip}
          data-state={state}
          data-group-id={groupId}
          data-testid="send-group"
          aria-pressed={groupId === focused}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(groupId)}
        >
          <StateIcon state={state} />
          <span className={classes.chipName}>{nameOf(groupId)}</span>
          <span className={classes.chipState}>
            {t(`state.${state}`)}
            {at !== undefined && ` ${format.time(at)}`}
          </span>
        </button>
      ))}
    </section>
  );
}
