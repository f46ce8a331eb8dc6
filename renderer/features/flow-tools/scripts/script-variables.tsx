import { TextInput } from '@mantine/core';
import { useMessages } from '@/app/i18n/messages';
import { scriptMessages } from './script.messages';
import classes from './scripts.module.css';

type Values = Readonly<Record<string, string>>;
type ScriptVariablesProps = {
  names: readonly string[];
  values: Values;
  onValues: (values: Values) => void;
};

/** The values of the scripts' variables, filled in once for the whole run. */
export function ScriptVariables({ names, values, onValues }: ScriptVariablesProps) {
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
          value={values[name] ?? ''}
          onChange={(event) => onValues({ ...values, [name]: event.currentTarget.value })}
        />
      ))}
    </div>
  );
}
