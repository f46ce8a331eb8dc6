import { sayAfterReload, showDone } from '@/app/feedback';

/** Says that it worked; in a window that is loaded anew where everything in it is of the past. */
export function afterJoin(text: string, needsReload: boolean): void {
  if (!needsReload) {
    showDone(text);
    return;
  }
  sayAfterReload(text);
  window.location.reload();
}
