import type { SendVariables } from '@shared/domain/calendar/send-variables.schema';
import { hasBraces } from '@shared/domain/calendar/send-variables.schema';
import type { Reply } from '@shared/domain/replies/reply.schema';
import { replyText } from '@shared/domain/replies/reply-text.rules';
import { useState } from 'react';
import { useLive } from '@/db/use-live';
import type { CopyFor } from './copy-answer';
import { rememberedValues } from './remembered-values';
import { factsFor, readReplySurroundings } from './reply-facts.queries';

/** An answer as it stands with what is known and typed so far. */
export type FilledAnswer = {
  /** With the braces of what is still open. */
  text: string;
  /** Variables that only somebody here can fill, in their order. */
  asked: string[];
  /** Of these, those that are empty or would bring braces. */
  open: string[];
  values: SendVariables;
  /** Of `values`, what was typed for this answer. */
  typed: SendVariables;
  setValue: (name: string, value: string) => void;
};

/** Undefined while what answers are filled from is being read. */
export function useFilledAnswer(
  reply: Pick<Reply, 'answer'> | undefined,
  { groupId, asker }: CopyFor,
): FilledAnswer | undefined {
  const surroundings = useLive(readReplySurroundings, []);
  const [remembered] = useState(rememberedValues);
  const [values, setValues] = useState<SendVariables>({});
  if (!surroundings || !reply) return undefined;
  const asked = replyText(reply.answer, factsFor(surroundings, groupId), asker).missing;
  const shown = Object.fromEntries(
    asked.map((name) => [name, values[name] ?? remembered[name] ?? '']),
  );
  const open = asked.filter((name) => {
    const value = shown[name] ?? '';
    return value.trim() === '' || hasBraces(value);
  });
  const whole = Object.fromEntries(Object.entries(shown).filter(([name]) => !open.includes(name)));
  return {
    text: replyText(reply.answer, factsFor(surroundings, groupId, whole), asker).text,
    asked,
    open,
    values: shown,
    typed: whole,
    setValue: (name, value) => setValues((before) => ({ ...before, [name]: value })),
  };
}
