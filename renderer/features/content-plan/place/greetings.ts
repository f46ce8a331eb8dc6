import {
  type GreetingChoice,
  greetingSchema,
  partOfText,
} from '@shared/domain/calendar/greeting.rules';
import type { LibraryEntry } from '@shared/domain/library/library-entry.schema';
import { z } from 'zod';
import stored from '../../../../resources/greetings/greetings.json';

const builtIn = z.array(greetingSchema).parse(stored);

/** How many come with the console. */
export const builtInGreetings: number = builtIn.length;

/** The console's greetings in a language and those of one's own. */
export function greetingChoices(
  language: 'zh' | 'en',
  entries: readonly LibraryEntry[],
): GreetingChoice[] {
  const own = entries
    .filter(({ kind, isArchived }) => kind === 'greeting' && !isArchived)
    .map(({ text }): GreetingChoice => {
      const part = partOfText(text);
      return { text, isOwn: true, ...(part && { part }) };
    });
  const known = builtIn.map(({ part, when, text }): GreetingChoice => {
    return { part, text: text[language], ...(when && { when }) };
  });
  return [...own, ...known];
}
