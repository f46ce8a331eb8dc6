import { ActionIcon, Checkbox } from '@mantine/core';
import type { ExportColumn } from '@shared/domain/export/export-column';
import { columnsOf, type ExportList, pickColumns } from '@shared/domain/export/export-lists';
import { IconArrowDown, IconArrowUp, IconUserShield } from '@tabler/icons-react';
import { type KeyboardEvent, memo } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { moveColumn, toggleColumn } from './column-choice';
import classes from './column-list.module.css';
import { exportMessages } from './export.messages';

type ColumnListProps = {
  list: ExportList;
  language: 'zh' | 'en';
  chosen: readonly string[];
  isDisabled: boolean;
  onChange: (chosen: string[]) => void;
};

/**
 * The chosen columns in their order, then those that are left out. Not drawn again for every step of
 * a file that is being written.
 */
export const ColumnList = memo(function ColumnList(props: ColumnListProps) {
  const { list, language, chosen, isDisabled, onChange } = props;
  const t = useMessages(exportMessages);
  const rest = columnsOf(list).filter((column) => !chosen.includes(column.key));
  const row = (column: ExportColumn, place: number) => {
    const name = column[language];
    const isChosen = place >= 0;
    const onKeyDown = (event: KeyboardEvent) => {
      const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
      if (!event.altKey || step === 0 || !isChosen) return;
      event.preventDefault();
      onChange(moveColumn(chosen, column.key, step));
    };
    return (
      <li key={column.key} className={classes.row} data-column={column.key}>
        <Checkbox
          size="xs"
          label={name}
          checked={isChosen}
          disabled={isDisabled}
          data-testid={`export-column-${column.key}`}
          onKeyDown={onKeyDown}
          onChange={() => onChange(toggleColumn(chosen, column.key))}
        />
        {column.isPersonal && (
          <span className={classes.personal} title={t('personal')}>
            <IconUserShield size={14} stroke={1.75} aria-label={t('personal')} />
          </span>
        )}
        {isChosen && (
          <span className={classes.moves}>
            {([-1, 1] as const).map((step) => (
              <ActionIcon
                key={step}
                size={22}
                variant="subtle"
                color="gray"
                disabled={isDisabled || chosen[place + step] === undefined}
                aria-label={t(step < 0 ? 'columnUp' : 'columnDown', { name })}
                onClick={() => onChange(moveColumn(chosen, column.key, step))}
              >
                {step < 0 ? <IconArrowUp size={14} /> : <IconArrowDown size={14} />}
              </ActionIcon>
            ))}
          </span>
        )}
      </li>
    );
  };
  return (
    <div className={classes.frame}>
      <ul className={classes.list} aria-label={t('columns')}>
        {pickColumns(list, chosen).map(row)}
        {rest.map((column) => row(column, -1))}
      </ul>
    </div>
  );
});
