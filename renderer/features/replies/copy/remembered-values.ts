import type { SendVariables } from '@shared/domain/calendar/send-variables.schema';
import { showProblem } from '@/app/feedback';
import { dataWorker } from '@/db/client';
import { consoleDb } from '@/db/db';
import { recallWords } from '@/db/remembered';

/** Somebody's name is theirs: it is not kept. */
const NOT_KEPT = new Set(['昵称', '姓名', '客户', 'name']);

/** What was typed last for a variable, offered again and never filled in silence: prices and times change. */
export const rememberedValues = (): Promise<SendVariables> =>
  recallWords(consoleDb(), 'replyValues');

export function rememberValues(typed: SendVariables): void {
  const kept = Object.entries(typed).filter(([name, value]) => value && !NOT_KEPT.has(name));
  if (kept.length === 0) return;
  dataWorker().replies.remember(Object.fromEntries(kept)).catch(showProblem);
}
