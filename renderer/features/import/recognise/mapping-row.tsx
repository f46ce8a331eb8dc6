import { fieldsOf, type ImportField } from '@shared/domain/import/columns/fields';
import type { ImportKind } from '@shared/domain/import/import-batch.schema';
import type { ColumnPolicy } from '@shared/domain/import/plan/choices';
import { memo } from 'react';
import type { Translate } from '@/app/i18n/messages';
import type { OpenedFile } from '@/workers/import/import-types';
import { changeColumn, changePolicy } from '../session/plan-file';
import { LazySelect } from './lazy-select';
import classes from './mapping-table.module.css';
import { defaultPolicy, policiesOf } from './policies.rules';
import type { recogniseMessages } from './recognise.messages';

export const LEFT_OUT = '-';

type Props = {
  kind: ImportKind;
  column: number;
  title: string;
  sample: string;
  field: ImportField | null;
  /** Why it became this field: proposed, or set by hand. */
  reason: OpenedFile['reasons'][number] | 'hand';
  policy: ColumnPolicy | undefined;
  options: readonly { value: string; label: string }[];
  t: Translate<keyof typeof recogniseMessages.zh>;
};

/** A change of one column draws one row. */
export const MappingRow = memo(PlainRow);

/** One column: its first cells, its field, the reason, and what it does to known records. */
function PlainRow({ kind, column, title, sample, field, reason, policy, options, t }: Props) {
  const policies = field === null ? [] : policiesOf(kind, field);
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
          onChange={(value) =>
            changeColumn(column, fieldsOf(kind).find((known) => known === value) ?? null)
          }
        />
      </td>
      <td className={classes.reason}>{reason !== 'none' && t(`reason.${reason}`)}</td>
      <td>
        {field !== null && policies.length > 1 && (
          <LazySelect
            label={t('policyOf', { title })}
            testId={`import-policy-${column}`}
            value={policy ?? defaultPolicy(field)}
            isQuiet={policy === undefined}
            data={policies.map((one) => ({ value: one, label: t(`policy.${one}`) }))}
            onChange={(value) => {
              const chosen = policies.find((known) => known === value);
              if (chosen) changePolicy(field, chosen);
            }}
          />
        )}
      </td>
    </tr>
  );
}
