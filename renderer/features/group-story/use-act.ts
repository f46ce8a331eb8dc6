import { useState } from 'react';
import { showProblem } from '@/app/feedback';

/** Does one thing at a time: true when it went well; what went wrong is said. */
export function useAct() {
  const [isBusy, setBusy] = useState(false);
  const act = async (work: () => Promise<void>): Promise<boolean> => {
    setBusy(true);
    try {
      await work();
      return true;
    } catch (error) {
      showProblem(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { act, isBusy };
}
