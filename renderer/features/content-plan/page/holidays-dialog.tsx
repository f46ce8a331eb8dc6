import { Button, FileButton, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { pastedRows, planHolidays } from '@shared/domain/calendar/holiday-table.rules';
import type { HolidayTable } from '@shared/domain/calendar/holiday-table.schema';
import { type RawCell, rowCells } from '@shared/domain/import/sheet';
import { useState } from 'react';
import { problemText, showDone } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { useReturnFocus } from '@/ui/use-return-focus';
import { importHolidays } from '../holiday.commands';
import { pageMessages } from './page.messages';
import classes from './page.module.css';

/** The first sheet of a file as rows of cells. */
async function rowsOfFile(file: File): Promise<RawCell[][]> {
  const { readSheets } = await import('@/workers/import/reader/read-sheets');
  const { sheets } = await readSheets(new Uint8Array(await file.arrayBuffer()), file.name, {});
  const sheet = sheets.find(({ visibility }) => visibility === 'visible') ?? sheets[0];
  if (!sheet) return [];
  return Array.from({ length: sheet.rowCount }, (_, row) => rowCells(sheet, row));
}

type HolidaysDialogProps = { tables: readonly HolidayTable[]; onClose: () => void };

/** A pasted list or a small file, read row by row; what it would do stands below before it is done. */
export function HolidaysDialog({ tables, onClose }: HolidaysDialogProps) {
  useReturnFocus();
  const t = useMessages(pageMessages);
  const [text, setText] = useState('');
  const [file, setFile] = useState<{ name: string; rows: RawCell[][] }>();
  const [source, setSource] = useState('');
  const [problem, setProblem] = useState<string>();
  const plan = planHolidays(file?.rows ?? pastedRows(text));
  const count = plan.years.reduce((sum, { days }) => sum + days.length, 0);

  const read = async (chosen: File | null) => {
    if (!chosen) return;
    setProblem(undefined);
    try {
      setFile({ name: chosen.name, rows: await rowsOfFile(chosen) });
      setSource((was) => was || chosen.name);
    } catch (error) {
      setFile(undefined);
      setProblem(problemText(error));
    }
  };
  const save = async () => {
    try {
      const told = source.trim() === '' ? {} : { source: source.trim() };
      await execute(importHolidays, { years: plan.years, ...told });
      onClose();
      const years = plan.years.map(({ year }) => year).join(t('yearsComma'));
      showDone(t('holidayDone', { years }), { undo: true });
    } catch (error) {
      setProblem(problemText(error));
    }
  };
  return (
    <Modal opened onClose={onClose} title={t('holidayImportTitle')} size={620}>
      <Stack gap="sm" data-testid="holidays-dialog">
        <Textarea
          label={t('holidayPaste')}
          placeholder={t('holidayPasteHint')}
          data-autofocus
          data-testid="holidays-paste"
          autosize
          minRows={5}
          maxRows={12}
          value={text}
          onChange={(event) => {
            setFile(undefined);
            setText(event.currentTarget.value);
          }}
        />
        <Group gap="sm">
          <FileButton accept=".xlsx,.xls,.csv,.txt" onChange={(chosen) => void read(chosen)}>
            {(props) => (
              <Button variant="default" {...props}>
                {t('holidayFile')}
              </Button>
            )}
          </FileButton>
          {file && <Text size="sm">{file.name}</Text>}
        </Group>
        <TextInput
          label={t('holidaySourceField')}
          placeholder={t('holidaySourceHint')}
          maxLength={300}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        <HolidayPlanView plan={plan} tables={tables} />
        {problem !== undefined && (
          <Text role="alert" size="sm" c="var(--q-red-text)">
            {problem}
          </Text>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button data-testid="holidays-confirm" disabled={count === 0} onClick={() => void save()}>
            {t('holidayConfirm', { count, n: count })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

type PlanViewProps = {
  plan: ReturnType<typeof planHolidays>;
  tables: readonly HolidayTable[];
};

function HolidayPlanView({ plan: { years, rejected }, tables }: PlanViewProps) {
  const t = useMessages(pageMessages);
  const known = new Set(tables.map(({ id }) => id));
  return (
    <>
      {years.length > 0 && (
        <ul className={classes.plan} data-testid="holidays-plan">
          {years.map(({ year, days }) => {
            const off = days.filter(({ isOff }) => isOff).length;
            return (
              <li key={year}>
                {t('holidayPlan', { year, off, makeUp: days.length - off })}
                {known.has(year) && ` · ${t('holidayReplaces')}`}
              </li>
            );
          })}
        </ul>
      )}
      {rejected.length > 0 && (
        <div>
          <Text size="sm">
            {t('holidayRejected', { count: rejected.length, n: rejected.length })}
          </Text>
          <ul className={classes.problems} data-testid="holidays-rejected">
            {rejected.map(({ row, text, problem }) => (
              <li key={row}>{t('holidayRow', { row, text, problem: t(`problem.${problem}`) })}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
