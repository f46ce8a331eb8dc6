import { z } from 'zod';
import type { Sense } from '../calendar/content.schema';

const bilingual = z.object({ zh: z.string().min(1).max(200), en: z.string().min(1).max(200) });
const ideas = z.array(bilingual).min(1).max(30);

/** What one can do for a sense, as it comes with the console. */
export const senseIdeasSchema = z.object({
  sight: ideas,
  smell: ideas,
  touch: ideas,
  hearing: ideas,
  taste: ideas,
});
type SenseIdeas = z.infer<typeof senseIdeasSchema>;

/** The ideas of a sense in one language: the leader's own where there are any. */
export function ideasOf(
  sense: Sense,
  builtIn: SenseIdeas,
  own: Partial<Record<Sense, readonly string[]>>,
  language: 'zh' | 'en',
): readonly string[] {
  return own[sense] ?? builtIn[sense].map((idea) => idea[language]);
}
