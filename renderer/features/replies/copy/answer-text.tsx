import { splitAtVariables } from '@shared/domain/calendar/send-text.rules';
import classes from './copy.module.css';

/** An answer with what is still open in it marked. */
export function AnswerText({ text }: { text: string }) {
  return (
    <span className={classes.answer}>
      {splitAtVariables(text).map((part, at) =>
        at % 2 === 1 ? (
          <mark key={at} className={classes.variable}>
            {part}
          </mark>
        ) : (
          part
        ),
      )}
    </span>
  );
}
