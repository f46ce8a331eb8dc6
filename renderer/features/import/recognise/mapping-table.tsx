import { fieldsOf } from '@shared/domain/import/columns/fields';
import { useMemo } from 'react';
import { useMessages } from '@/app/i18n/messages';
import type { OpenedFile, PlanChoices } from '@/workers/import/import-types';
import { importWords } from '../import-words.messages';
import { LEFT_OUT, MappingRow } from './mapping-row';
import classes from './mapping-table.module.css';
import { recogniseMessages } from './recognise.messages';

/** Every column of the file: what is in it, what it becomes, and why. */
export function MappingTable({ opened, choices }: { opened: OpenedFile; choices: PlanChoices }) {
  const t = useMessages(recogniseMessages);
  const words = useMessages(importWords);
  const { kind } = opened;
  const options = useMemo(
    () => [
      { value: LEFT_OUT, label: t('columnUnused') },
      ...fieldsOf(kind).map((field) => ({
        value: field as string,
        label: words(`field.${field}`),
      })),
    ],
    [kind, t, words],
  );
  return (
    <div className={classes.scroll}>
      <table className={classes.mapping} aria-label={t('mappingLabel')}>
        <thead>
          <tr>
            <th scope="col">{t('headTitle')}</th>
            <th scope="col">{t('headSample')}</th>
            <th scope="col">{t('headField')}</th>
            <th scope="col">{t('headReason')}</th>
            <th scope="col">{t('headPolicy')}</th>
          </tr>
        </thead>
        <tbody>
          {choices.mapping.map((_, column) => (
            <MappingRow
              key={column}
              opened={opened}
              choices={choices}
              column={column}
              options={options}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
