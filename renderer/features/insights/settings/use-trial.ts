import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { showProblem } from '@/app/feedback';

const CALM_MS = 250;

/** What a draft would give, asked once the hands rest; the last answer stays meanwhile. */
export function useTrial<S, A>(draft: S, tryOut: (draft: S) => Promise<A>): A | undefined {
  const text = JSON.stringify(draft);
  const [calm] = useDebouncedValue(text, CALM_MS);
  const [answer, setAnswer] = useState<A>();
  useEffect(() => {
    let isCurrent = true;
    tryOut(JSON.parse(calm) as S).then((found) => isCurrent && setAnswer(found), showProblem);
    return () => {
      isCurrent = false;
    };
  }, [calm, tryOut]);
  return answer;
}
