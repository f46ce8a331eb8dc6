import { Button, UnstyledButton } from '@mantine/core';
import type { ColumnUse } from '@shared/domain/calendar/column.rules';
import type { ColumnChoice } from '@shared/domain/calendar/column.schema';
import { COLUMN_CATEGORIES } from '@shared/domain/calendar/content.schema';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { columnTemplates, FormIcon } from '@/features/content-items';
import { Card } from '@/ui/card';
import { Chip } from '@/ui/chip';
import { Why } from '@/ui/why';
import { ColumnDialog } from './column-dialog';
import type { ColumnsData } from './columns-data';
import { pageMessages } from './page.messages';
import classes from './page.module.css';

/** The columns in their four categories, how often each comes, and the way to edit one. */
export function ColumnsPart({ data }: { data: ColumnsData }) {
  const t = useMessages(pageMessages);
  const words = useMessages(wordsMessages);
  const [open, setOpen] = useState<ColumnChoice | 'new'>();
  const uses = new Map(data.uses.map((use) => [use.columnId, use]));
  const edited = new Set(data.stored.map(({ id }) => id));
  return (
    <>
      <div>
        <Button
          data-testid="column-add"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setOpen('new')}
        >
          {t('add')}
        </Button>
      </div>
      <div className={classes.categories}>
        {COLUMN_CATEGORIES.map((category) => (
          <Card key={category} title={words(`columnCategory.${category}`)}>
            <ul className={classes.list}>
              {data.columns
                .filter((column) => column.category === category)
                .map((column) => (
                  <ColumnRow
                    key={column.id}
                    column={column}
                    use={uses.get(column.id)}
                    isEdited={edited.has(column.id)}
                    onOpen={() => setOpen(column)}
                  />
                ))}
            </ul>
          </Card>
        ))}
      </div>
      <p className={classes.quiet}>
        <Why word={t('why')}>{t('useWhy')}</Why>
      </p>
      {open !== undefined && (
        <ColumnDialog
          column={open === 'new' ? undefined : open}
          isEdited={open !== 'new' && edited.has(open.id)}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}

type ColumnRowProps = {
  column: ColumnChoice;
  use: ColumnUse | undefined;
  isEdited: boolean;
  onOpen: () => void;
};

function ColumnRow({ column, use, isEdited, onOpen }: ColumnRowProps) {
  const t = useMessages(pageMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const isBuiltIn = columnTemplates.some(({ id }) => id === column.id);
  const planned = format.count(use?.planned ?? 0);
  const wanted = use?.wanted;
  const slots = (column.slots ?? []).map((slot) => words(`slot.${slot}`)).join(' ');
  return (
    <li className={classes.row} data-archived={column.isArchived === true}>
      {column.form && <FormIcon form={column.form} />}
      <UnstyledButton className={classes.main} data-testid="column-row" onClick={onOpen}>
        <span className={classes.name}>
          {column.name}
          {!isBuiltIn && <Chip tone="teal">{t('ownMark')}</Chip>}
          {isBuiltIn && isEdited && <Chip>{t('editedMark')}</Chip>}
          {column.voice === 'seeded' && (
            <Chip tone={column.isDisclosed ? 'plain' : 'red'}>
              {t('voice.seeded')}
              {!column.isDisclosed && ` · ${t('undisclosed')}`}
            </Chip>
          )}
          {column.isArchived && <Chip>{t('archivedMark')}</Chip>}
        </span>
        <span className={classes.quiet}>{[slots, column.purpose].filter(Boolean).join(' · ')}</span>
      </UnstyledButton>
      <span
        className={classes.use}
        data-short={wanted !== undefined && (use?.planned ?? 0) < wanted}
      >
        {wanted === undefined ? t('use', { planned }) : t('useWanted', { planned, wanted })}
      </span>
    </li>
  );
}
