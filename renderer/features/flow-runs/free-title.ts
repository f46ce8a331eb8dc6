import { readDb } from '@/db/read';

/** The title, or the title with the next number that no run of the workspace bears yet. */
export async function freeTitle(title: string): Promise<string> {
  const taken = new Set((await readDb.rows('sopRuns').all()).map((run) => run.title));
  let free = title;
  for (let number = 2; taken.has(free); number += 1) free = `${title} (${number})`;
  return free;
}
