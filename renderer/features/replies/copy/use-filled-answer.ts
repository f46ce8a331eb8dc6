import { splitAtVariables, variablesIn } from '@shared/domain/calendar/send-text.rules';
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
  /** Their names as the answer writes them. */
  written: SendVariables;
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
  const remembered = useLive(rememberedValues, []);
  const [values, setValues] = useState<SendVariables>({});
  if (!surroundings || !remembered || !reply) return undefined;
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
    written: writtenNames(reply.answer),
    open,
    values: shown,
    typed: whole,
    setValue: (name, value) => setValues((before) => ({ ...before, [name]: value })),
  };
}

/** A variable has one key in both languages; an English answer says {pickup} for it. */
function writtenNames(answer: string): SendVariables {
  const braces = splitAtVariables(answer).filter((_, at) => at % 2 === 1);
  return Object.fromEntries(
    braces.flatMap((brace) => variablesIn(brace).map((key) => [key, brace.slice(1, -1).trim()])),
  );
}
