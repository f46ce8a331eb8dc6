import { showProblem } from '@/app/feedback';
import { syncFace } from './sync-face';

/**
 * A round at once. The button stays as it is meanwhile, for the status tells how it goes, and a button
 * that is switched off would lose the focus.
 */
export function syncNow(): void {
  syncFace().now().catch(showProblem);
}
