import { TextInput } from '@mantine/core';
import { useMessages } from '@/app/i18n/messages';
import { scriptMessages } from './script.messages';
import classes from './scripts.module.css';

type Values = Readonly<Record<string, string>>;
type ScriptVariablesProps = {
  names: readonly string[];
  values: Values;
  /** What stands in the scripts as long as nothing else is typed. */
  known: Values;
  onValues: (values: Values) => void;
};

/** The values of the scripts' variables, filled in once for the whole run. */
export function ScriptVariables({ names, values, known, onValues }: ScriptVariablesProps) {
  const t = useMessages(scriptMessages);
  return (
    <div className={classes.variables}>
      <p className={classes.hint}>{t('fillHint')}</p>
      {names.map((name) => (
        <TextInput
          key={name}
          size="xs"
          label={name}
          maxLength={500}
          placeholder={known[name]}
          value={values[name] ?? ''}
          onChange={(event) => onValues({ ...values, [name]: event.currentTarget.value })}
        />
      ))}
    </div>
  );
}
