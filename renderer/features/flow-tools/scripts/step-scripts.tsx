import { Button } from '@mantine/core';
import type { Script, SopRun, SopStep } from '@shared/domain/sop/sop.schema';
import { IconForms } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { execute } from '@/db/client';
import { countScriptUse } from '../script-uses.commands';
import { addScriptVariant } from '../script-variants.commands';
import { itemLanguage } from '../use-step-items';
import { scriptMessages } from './script.messages';
import { type Said, ScriptCard } from './script-card';
import { filledText, variablesOf } from './script-text';
import { ScriptVariables } from './script-variables';
import classes from './scripts.module.css';
import { useKnownValues } from './use-known-values';
import { useNumberKeys } from './use-number-keys';
import { useScriptUses, wordingKey } from './use-script-uses';

const SAID_MS = 2000;

type ScriptEdit = {
  scriptKey: string;
  variantKey?: string;
  language: 'zh' | 'en';
  text: string;
};

type StepScriptsProps = {
  run: SopRun;
  step: SopStep;
  /** Values of the variables for the whole run, as they are typed. */
  values: Readonly<Record<string, string>>;
  onValues: (values: Readonly<Record<string, string>>) => void;
  /** Changes a wording of this run's own copy. */
  onEdit: (edit: ScriptEdit) => Promise<unknown>;
};

/** A value that was emptied again gives way to what is known. */
const filledOnly = (values: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(values).filter(([, text]) => text.trim() !== ''));

/** What to write to people, ready to copy; variables are filled in once for the whole run. */
export function StepScripts(props: StepScriptsProps) {
  const { run, step, values: typed, onValues, onEdit } = props;
  const known = useKnownValues(run, step);
  const values = { ...known, ...filledOnly(typed) };
  const t = useMessages(scriptMessages);
  const say = useBilingual();
  const [isFilling, setFilling] = useState(false);
  /** The wording that is being edited; a new one only once it is there. */
  const [editing, setEditing] = useState<string>();
  const [chosen, setChosen] = useState<Readonly<Record<string, string | undefined>>>({});
  const [said, setSaid] = useState<{ key: string; what: Said }>();
  const uses = useScriptUses(step);
  const { scripts } = step.definition;
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(undefined), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);

  const wordingOf = (script: Script) => {
    const variant = script.variants?.find(({ key }) => key === chosen[script.key]);
    return { text: say((variant ?? script).text), variantKey: variant?.key };
  };
  const copy = async (script: Script) => {
    const { text, variantKey } = wordingOf(script);
    try {
      await navigator.clipboard.writeText(filledText(text, values));
      setSaid({ key: script.key, what: 'copied' });
    } catch {
      setSaid({ key: script.key, what: 'copyFailed' });
      return;
    }
    const use = { runId: run.id, position: step.position, scriptKey: script.key };
    execute(countScriptUse, variantKey === undefined ? use : { ...use, variantKey }).catch(
      showProblem,
    );
  };
  // In the audit queue the numbers lead to the fields of the card.
  const hasKeys = step.definition.tool !== 'audit';
  useNumberKeys(hasKeys ? scripts.length : 0, (index) => {
    const script = scripts[index];
    if (script) void copy(script);
  });

  const addVariant = async (script: Script) => {
    const from = wordingOf(script).variantKey;
    const add = { runId: run.id, position: step.position, scriptKey: script.key };
    try {
      const { variantKey } = await execute(
        addScriptVariant,
        from === undefined ? add : { ...add, fromVariantKey: from },
      );
      setChosen((before) => ({ ...before, [script.key]: variantKey }));
      setEditing(wordingKey(script.key, variantKey));
    } catch (error) {
      showProblem(error);
    }
  };

  if (scripts.length === 0) return null;
  const texts = scripts.flatMap((script) => [script, ...(script.variants ?? [])]);
  const names = [...new Set(texts.flatMap(({ text }) => variablesOf(say(text))))];
  const isOpen = (step.state === 'todo' || step.state === 'doing') && run.status !== 'ended';
  const saidOf = scripts.find((script) => script.key === said?.key);
  return (
    <section data-testid="step-scripts">
      <div className={classes.headingRow}>
        <h3 className={classes.heading}>{t('scripts')}</h3>
        <span className={classes.hint}>
          {hasKeys &&
            (scripts.length === 1
              ? t('keyHint')
              : t('keysHint', { last: Math.min(9, scripts.length) }))}
        </span>
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
        <ScriptVariables names={names} values={typed} known={known} onValues={onValues} />
      )}
      <div className={classes.scripts}>
        {scripts.map((script, index) => (
          <ScriptCard
            key={script.key}
            script={script}
            number={hasKeys ? index + 1 : undefined}
            variantKey={wordingOf(script).variantKey}
            values={values}
            uses={uses}
            showsAsks={step.definition.tool === 'autoReply'}
            isEditing={editing === wordingKey(script.key, wordingOf(script).variantKey)}
            onEditing={(isOn) =>
              setEditing(isOn ? wordingKey(script.key, wordingOf(script).variantKey) : undefined)
            }
            said={said?.key === script.key ? said.what : undefined}
            onVariant={(key) => setChosen({ ...chosen, [script.key]: key })}
            onCopy={() => void copy(script)}
            onAddVariant={isOpen ? () => void addVariant(script) : undefined}
            onEdit={
              isOpen
                ? (text) => {
                    const { variantKey } = wordingOf(script);
                    return onEdit({
                      scriptKey: script.key,
                      ...(variantKey === undefined ? {} : { variantKey }),
                      language: itemLanguage(),
                      text,
                    });
                  }
                : undefined
            }
          />
        ))}
      </div>
      <p className={classes.announced} role="status" aria-live="polite">
        {said && saidOf ? t(`said.${said.what}`, { name: say(saidOf.label) }) : ''}
      </p>
    </section>
  );
}
