import { Button, TextInput } from '@mantine/core';
import type { StepDefinition } from '@shared/domain/sop/sop.schema';
import { IconForms } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { scriptMessages } from './script.messages';
import { ScriptCard } from './script-card';
import { variablesOf } from './script-text';
import classes from './scripts.module.css';

type StepScriptsProps = {
  scripts: StepDefinition['scripts'];
  values: Readonly<Record<string, string>>;
  onValues: (values: Readonly<Record<string, string>>) => void;
};

/** What to write to people, ready to copy; variables are filled in once for the whole run. */
export function StepScripts({ scripts, values, onValues }: StepScriptsProps) {
  const t = useMessages(scriptMessages);
  const say = useBilingual();
  const [isFilling, setFilling] = useState(false);
  if (scripts.length === 0) return null;
  const names = [...new Set(scripts.flatMap((script) => variablesOf(say(script.text))))];
  return (
    <section>
      <div className={classes.headingRow}>
        <h3 className={classes.heading}>{t('scripts')}</h3>
        {names.length > 0 && (
          <Button
            variant="subtle"
            size="compact-xs"
            leftSection={<IconForms size={14} />}
            aria-expanded={isFilling}
            onClick={() => setFilling(!isFilling)}
          >
            {t('fill')}
          </Button>
        )}
      </div>
      {isFilling && (
        <div className={classes.variables}>
          <p className={classes.hint}>{t('fillHint')}</p>
          {names.map((name) => (
            <TextInput
              key={name}
              size="xs"
              label={name}
              value={values[name] ?? ''}
              onChange={(event) => onValues({ ...values, [name]: event.currentTarget.value })}
            />
          ))}
        </div>
      )}
      <div className={classes.scripts}>
        {scripts.map((script) => (
          <ScriptCard
            key={script.key}
            label={say(script.label)}
            text={say(script.text)}
            values={values}
          />
        ))}
      </div>
    </section>
  );
}
