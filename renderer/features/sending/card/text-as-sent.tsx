import { splitAtVariables } from '@shared/domain/calendar/send-text.rules';
import classes from './send-card.module.css';

/** A text as the group will get it; variables without a value stand out. */
export function TextAsSent({ text, isOpen }: { text: string; isOpen: boolean }) {
  // A filled text may hold braces of its own, in a group's name say: those are words.
  const parts = isOpen ? splitAtVariables(text) : [text];
  return (
    <p className={classes.text} data-testid="send-text">
      {parts.map((part, index) =>
        index % 2 === 1 ? (
          <mark key={index} className={classes.open}>
            {part}
          </mark>
        ) : (
          part
        ),
      )}
    </p>
  );
}
