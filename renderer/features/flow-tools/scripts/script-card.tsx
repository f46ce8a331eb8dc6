import { Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { scriptMessages } from './script.messages';
import { filledText, partsOf } from './script-text';
import classes from './scripts.module.css';

const SAID_MS = 2000;

type ScriptCardProps = {
  label: string;
  text: string;
  values: Readonly<Record<string, string>>;
};

/** One script: readable as it will be sent, copied with one click. */
export function ScriptCard({ label, text, values }: ScriptCardProps) {
  const t = useMessages(scriptMessages);
  const [said, setSaid] = useState<'copied' | 'copyFailed'>();
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(undefined), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(filledText(text, values));
      setSaid('copied');
    } catch {
      setSaid('copyFailed');
    }
  };
  return (
    <article className={classes.script}>
      <header className={classes.scriptHead}>
        <span className={classes.scriptLabel}>{label}</span>
        <Button
          size="compact-sm"
          variant={said === 'copied' ? 'filled' : 'light'}
          leftSection={said === 'copied' ? <IconCheck size={14} /> : <IconCopy size={14} />}
          aria-live="polite"
          onClick={() => void copy()}
        >
          {t(said ?? 'copy')}
        </Button>
      </header>
      <p className={classes.scriptText}>
        {partsOf(text, values).map((part, index) => (
          <span key={index} className={classes[part.kind]}>
            {part.text}
          </span>
        ))}
      </p>
    </article>
  );
}
