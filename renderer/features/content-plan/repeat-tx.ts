import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { occurrenceId, occurrencesBetween } from '@shared/domain/calendar/repeat.rules';
import type { ContentRepeat } from '@shared/domain/calendar/repeat.schema';
import { ExpectedError } from '@shared/lib/errors';
import type { Tx } from '@/db/command';
import { lastPosition } from '@/features/content-items';

export async function loadRepeat(tx: Tx, id: string): Promise<ContentRepeat> {
  const repeat = await tx.get('contentRepeats', id);
  if (!repeat) throw new ExpectedError('repeat-not-found');
  return repeat;
}

/** The repeat's items, by the day for which they were made; the one it was made from is among them. */
export async function occurrencesOf(tx: Tx, repeatId: string): Promise<ContentItem[]> {
  const [source, made] = await Promise.all([
    tx.get('contentItems', repeatId),
    tx.findByIdPrefix('contentItems', `${repeatId}.`),
  ]);
  const own = [...(source ? [source] : []), ...made].filter((item) => item.repeatId === repeatId);
  return own.sort((a, b) => ((a.repeatDay ?? '') < (b.repeatDay ?? '') ? -1 : 1));
}

/** Makes the occurrences from `first` to `last`, both included; those that exist stay as they are. */
export async function makeOccurrences(
  tx: Tx,
  repeat: ContentRepeat,
  first: string,
  last: string,
): Promise<number> {
  const present = new Set((await occurrencesOf(tx, repeat.id)).map((item) => item.repeatDay));
  let count = 0;
  for (const day of occurrencesBetween(repeat, first, last).days) {
    if (present.has(day)) continue;
    const cell = { date: day, slot: repeat.slot };
    const position = await lastPosition(tx, cell);
    const id = occurrenceId(repeat.id, day);
    const checklist = repeat.plan.checklist?.map(({ text }) => ({ text, isDone: false }));
    await tx.create('contentItems', {
      ...repeat.plan,
      ...(checklist && { checklist }),
      ...cell,
      id,
      position,
      repeatId: repeat.id,
      repeatDay: day,
    });
    count += 1;
  }
  return count;
}
