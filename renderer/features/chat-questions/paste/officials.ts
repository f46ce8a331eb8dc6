import { showProblem } from '@/app/feedback';
import { dataWorker } from '@/db/client';
import { consoleDb } from '@/db/db';
import { recallWords } from '@/db/remembered';

/** Names that speak for the house in a group's chat, ticked the last time; a help, kept on this laptop. */
export async function rememberedOfficials(groupId: string): Promise<string[]> {
  return (await recallWords(consoleDb(), 'chatOfficials'))[groupId] ?? [];
}

export function rememberOfficials(groupId: string, names: readonly string[]): void {
  dataWorker()
    .chats.rememberOfficials(groupId, [...names])
    .catch(showProblem);
}
