import {
  type FilledText,
  fillSendText,
  type SendTextFacts,
} from '@shared/domain/calendar/send-text.rules';

/**
 * An answer as it will be pasted: the variables of texts that are sent (`fillSendText`), with the
 * asker's own name for 昵称 where it is known. `missing` names what stayed open.
 */
export function replyText(answer: string, facts: SendTextFacts, asker?: string): FilledText {
  const name = asker?.trim();
  if (!name) return fillSendText(answer, facts);
  return fillSendText(answer, {
    ...facts,
    groupVariables: { ...facts.groupVariables, 昵称: name },
  });
}
