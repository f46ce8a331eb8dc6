import type { SopRun } from '@shared/domain/sop/sop.schema';
import { useEffect, useRef, useState } from 'react';
import { showProblem } from '@/app/feedback';
import { execute } from '@/db/client';
import { fillVariables } from './run.commands';

type Values = Readonly<Record<string, string>>;

/** So long after the last key a value is stored: one undo takes back a value, not a letter. */
const PAUSE_MS = 900;

function differing(values: Values, known: Values): Values {
  const changed = Object.entries(values).filter(([name, text]) => text !== (known[name] ?? ''));
  return Object.fromEntries(changed);
}

/** The values of the scripts' variables: what is typed shows at once and is stored in a pause. */
export function useVariables(run: SopRun): { values: Values; setValues: (values: Values) => void } {
  const [draft, setDraft] = useState<Values>({});
  const pending = useRef<Values>({});
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { id: runId, variables: stored } = run;
  const save = useRef((): void => undefined);
  save.current = () => {
    clearTimeout(timer.current);
    const values = differing(pending.current, stored ?? {});
    pending.current = {};
    if (Object.keys(values).length === 0) return;
    execute(fillVariables, { runId, values }).then(
      // What was typed meanwhile stays on screen until it is stored in turn.
      () => setDraft((now) => differing(now, values)),
      showProblem,
    );
  };
  useEffect(() => () => save.current(), []);

  const setValues = (values: Values) => {
    const changed = differing(values, { ...stored, ...draft });
    pending.current = { ...pending.current, ...changed };
    setDraft({ ...draft, ...changed });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => save.current(), PAUSE_MS);
  };
  return { values: { ...stored, ...draft }, setValues };
}
