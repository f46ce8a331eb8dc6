import { fieldsOf } from '@shared/domain/import/columns/fields';
import { useMessages } from '@/app/i18n/messages';
import { useSettings } from '@/app/settings';
import { useFormat } from '@/app/use-format';
import type { OpenedFile, PlanChoices } from '@/workers/import/import-types';
import { changeChoices } from '../session/plan-file';
import { LazySelect } from './lazy-select';
import classes from './mapping-table.module.css';
import { defaultPolicy, policiesOf } from './policies.rules';
import { recogniseMessages } from './recognise.messages';
import { coveredSample } from './sample-text';

export const LEFT_OUT = '-';

type Props = {
  opened: OpenedFile;
  choices: PlanChoices;
  column: number;
  options: readonly { value: string; label: string }[];
};

/** One column: its first cells, its field, the reason, and what it does to known records. */
export function MappingRow({ opened, choices, column, options }: Props) {
  const t = useMessages(recogniseMessages);
  const format = useFormat();
  const isMasked = useSettings().privacyMask === true;
  const field = choices.mapping[column] ?? null;
  const title = opened.titles[column] || t('column', { n: column + 1 });
  const cells = opened.sample.map((row) => row[column] ?? '').filter((text) => text !== '');
  const shown = isMasked ? cells.map((text) => coveredSample(field, text, format)) : cells;
  const sample = [...new Set(shown)].join(' · ');
  const isByHand = field !== (opened.mapping[column] ?? null);
  const reason = isByHand ? 'hand' : field === null ? 'none' : (opened.reasons[column] ?? 'none');
  const policies = field === null ? [] : policiesOf(opened.kind, field);

  function changeField(value: string): void {
    const chosen = fieldsOf(opened.kind).find((known) => known === value) ?? null;
    const mapping = choices.mapping.map((old, at) => (at === column ? chosen : old));
    changeChoices({ mapping });
  }

  return (
    <tr data-testid="import-mapping-row" data-field={field ?? ''} data-reason={reason}>
      <th scope="row" title={title}>
        {title}
      </th>
      <td className={classes.sample} title={sample}>
        {sample || <span>{t('noSample')}</span>}
      </td>
      <td>
        <LazySelect
          label={t('mappingOf', { title })}
          testId={`import-column-${column}`}
          value={field ?? LEFT_OUT}
          data={options}
          isQuiet={field === null}
          isSearchable
          onChange={changeField}
        />
      </td>
      <td className={classes.reason}>{t(`reason.${reason}`)}</td>
      <td>
        {field !== null && policies.length > 1 && (
          <LazySelect
            label={t('policyOf', { title })}
            testId={`import-policy-${column}`}
            value={choices.policies[field] ?? defaultPolicy(field)}
            isQuiet={choices.policies[field] === undefined}
            data={policies.map((policy) => ({ value: policy, label: t(`policy.${policy}`) }))}
            onChange={(value) => {
              const policy = policies.find((known) => known === value);
              if (policy) changeChoices({ policies: { ...choices.policies, [field]: policy } });
            }}
          />
        )}
      </td>
    </tr>
  );
}
