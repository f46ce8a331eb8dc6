import { Button, TextInput } from '@mantine/core';
import type { Play } from '@shared/domain/plays/play.schema';
import type { PlayRecipe } from '@shared/domain/plays/play-recipe';
import {
  fillScript,
  PERSONAL_VARIABLES,
  scriptParts,
  scriptVariables,
} from '@shared/domain/plays/script.rules';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { Card } from '@/ui/card';
import { usePlayWords } from '../use-play-words';
import classes from './play-panel.module.css';

const SAID_MS = 2000;

/** What to send: this play's own text and the ready-made ones, variables filled in once. */
export function PlayScripts({ play, recipe }: { play: Play; recipe: PlayRecipe | undefined }) {
  const { t, language } = usePlayWords();
  const [values, setValues] = useState<Record<string, string>>({});
  const ready = (recipe?.scripts ?? []).map((script) => ({
    key: script.key,
    label: script.label[language],
    text: script.text[language],
  }));
  const isOwn = play.script !== undefined && !ready.some((it) => it.text === play.script);
  const scripts = [
    ...(isOwn ? [{ key: 'own', label: t('ownScript'), text: play.script ?? '' }] : []),
    ...ready,
  ];
  if (scripts.length === 0) return null;
  const variables = scriptVariables(scripts.map((it) => it.text)).filter(
    (name) => !PERSONAL_VARIABLES.includes(name),
  );
  return (
    <Card title={t('scripts')}>
      <p className={classes.quiet}>{t('scriptsLead')}</p>
      <div className={classes.variables}>
        {variables.map((name) => (
          <TextInput
            key={name}
            size="xs"
            label={name}
            value={values[name] ?? ''}
            onChange={(event) => setValues({ ...values, [name]: event.currentTarget.value })}
          />
        ))}
      </div>
      {scripts.map((script) => (
        <Script key={script.key} label={script.label} text={fillScript(script.text, values)} />
      ))}
    </Card>
  );
}

function Script({ label, text }: { label: string; text: string }) {
  const { t } = usePlayWords();
  const [said, setSaid] = useState<'copied' | 'copyFailed'>();
  useEffect(() => {
    if (!said) return undefined;
    const timer = setTimeout(() => setSaid(undefined), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid('copied'),
      () => setSaid('copyFailed'),
    );
  return (
    <article className={classes.script}>
      <header className={classes.scriptHead}>
        {label}
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
        {scriptParts(text).map((part, index) => (
          <span key={index} className={part.kind === 'variable' ? classes.variable : undefined}>
            {part.kind === 'variable' ? `{${part.text}}` : part.text}
          </span>
        ))}
      </p>
    </article>
  );
}
