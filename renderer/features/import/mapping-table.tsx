import { Select } from '@mantine/core';
import {
  type ColumnMapping,
  fieldsOf,
  type ImportField,
} from '@shared/domain/import/columns/fields';
import { useMessages } from '@/app/i18n/messages';
import { useSettings } from '@/app/settings';
import { useFormat } from '@/app/use-format';
import type { Format } from '@/ui/format';
import type { OpenedFile } from '@/workers/import/import-types';
import { importMessages } from './import.messages';
import { importWords } from './import-words.messages';
import classes from './recognised-step.module.css';
import { changeChoices } from './session';

const LEFT_OUT = '-';
const PHONES: ReadonlySet<string> = new Set(['phone', 'buyerPhone', 'receiverPhone']);

/** A sample cell under the privacy mask. */
function covered(field: ImportField | null, text: string, format: Format): string {
  if (field !== null && PHONES.has(field)) return format.phone(text);
  return field === 'address' ? format.address(text) : text;
}

/** The first rows of the file under what each column will become. */
export function MappingTable({ opened, mapping }: { opened: OpenedFile; mapping: ColumnMapping }) {
  const t = useMessages(importMessages);
  const words = useMessages(importWords);
  const format = useFormat();
  const isMasked = useSettings().privacyMask === true;
  const fields = fieldsOf(opened.kind);
  const options = [
    { value: LEFT_OUT, label: t('columnUnused') },
    ...fields.map((field) => ({ value: field as string, label: words(`field.${field}`) })),
  ];

  function change(column: number, value: string | null): void {
    const field: ImportField | null = fields.find((known) => known === value) ?? null;
    changeChoices({ mapping: mapping.map((old, index) => (index === column ? field : old)) });
  }

  return (
    <div className={classes.scroll}>
      <table className={classes.mapping}>
        <thead>
          <tr>
            {mapping.map((field, column) => {
              const title = opened.titles[column] || t('column', { n: column + 1 });
              return (
                <th key={column} scope="col">
                  <span className={classes.title} title={title}>
                    {title}
                  </span>
                  <Select
                    size="xs"
                    aria-label={t('mappingOf', { title })}
                    data-testid={`import-column-${column}`}
                    allowDeselect={false}
                    data={options}
                    value={field ?? LEFT_OUT}
                    onChange={(value) => change(column, value)}
                    comboboxProps={{ width: 180, position: 'bottom-start' }}
                    maxDropdownHeight={320}
                  />
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {opened.sample.map((cells, row) => (
            <tr key={row}>
              {mapping.map((field, column) => (
                <td
                  key={column}
                  className={field === null ? classes.unused : undefined}
                  {...(isMasked ? {} : { title: cells[column] })}
                >
                  {isMasked ? covered(field, cells[column] ?? '', format) : cells[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
