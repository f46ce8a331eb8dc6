import { showDone, showProblem } from '@/app/feedback';

/** Does something and says it, with a way to take it back; false where it was refused. */
export async function doAndSay(work: () => Promise<unknown>, said: string): Promise<boolean> {
  try {
    await work();
    showDone(said, { undo: true });
    return true;
  } catch (error) {
    showProblem(error);
    return false;
  }
}
