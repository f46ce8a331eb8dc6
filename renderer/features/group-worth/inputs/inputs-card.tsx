import { Button } from '@mantine/core';
import type { GroupInput } from '@shared/domain/group-life/group-day.schema';
import { weekStart } from '@shared/lib/time';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useToday } from '@/app/use-today';
import { execute } from '@/db/client';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { useIsOver } from '@/features/group-life';
import { Card } from '@/ui/card';
import { removeGroupInput, repeatLastWeek } from '../group-inputs.commands';
import classes from '../worth.module.css';
import { InputForm } from './input-form';
import { inputsMessages } from './inputs.messages';

type InputsCardProps = { groupId: string; from: string; to: string };

const newestFirst = (a: GroupInput, b: GroupInput) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0);

/** What was put in, entry by entry. */
export function InputsCard({ groupId, from, to }: InputsCardProps) {
  const t = useMessages(inputsMessages);
  const today = useToday();
  const rows = useLive(() => readDb.rows('groupInputs').by('groupId', groupId), [groupId]);
  const isOver = useIsOver(groupId);
  const [editing, setEditing] = useState<GroupInput | 'new'>();
  const shown = rows?.filter(({ day }) => day >= from && day <= to).sort(newestFirst) ?? [];
  const older = (rows?.length ?? 0) - shown.length;
  const repeat = () =>
    execute(repeatLastWeek, { groupId, monday: weekStart(today) }).then(
      ({ count }) => showDone(t('repeated', { n: count }), { undo: true }),
      showProblem,
    );
  return (
    <Card
      title={t('title')}
      actions={
        !isOver && (
          <span className={classes.buttons}>
            <Button
              size="xs"
              variant="default"
              data-testid="input-repeat"
              disabled={!rows || rows.length === 0}
              onClick={() => void repeat()}
            >
              {t('repeat')}
            </Button>
            <Button size="xs" data-testid="input-add" onClick={() => setEditing('new')}>
              {t('add')}
            </Button>
          </span>
        )
      }
    >
      {rows && shown.length === 0 && (
        <p className={classes.quiet}>{older > 0 ? t('emptySpan', { n: older }) : t('empty')}</p>
      )}
      {shown.length > 0 && <InputTable rows={shown} {...(!isOver && { onEdit: setEditing })} />}
      {shown.length > 0 && older > 0 && (
        <p className={classes.quiet}>{t('before', { n: older })}</p>
      )}
      {editing !== undefined && (
        <InputForm
          groupId={groupId}
          {...(editing === 'new' ? {} : { input: editing })}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Card>
  );
}

type InputTableProps = {
  rows: readonly GroupInput[];
  /** Absent where they are only read. */
  onEdit?: (input: GroupInput) => void;
};

function InputTable({ rows, onEdit }: InputTableProps) {
  const t = useMessages(inputsMessages);
  const format = useFormat();
  const remove = (id: string) =>
    execute(removeGroupInput, { id }).then(
      () => showDone(t('removed'), { undo: true }),
      showProblem,
    );
  return (
    <div className={classes.scroll}>
      <table className={classes.lines}>
        <thead>
          <tr>
            <th scope="col">{t('columnDay')}</th>
            <th scope="col">{t('columnKind')}</th>
            <th scope="col" data-number>
              {t('columnHours')}
            </th>
            <th scope="col" data-number>
              {t('columnAmount')}
            </th>
            <th scope="col">{t('columnNote')}</th>
            {onEdit && <th scope="col">{t('columnDo')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const words = { day: format.day(row.day), kind: t(`kind.${row.kind}`) };
            return (
              <tr key={row.id} data-testid="input-row" data-day={row.day} data-kind={row.kind}>
                <th scope="row">{format.dayWithWeekday(row.day)}</th>
                <td>{words.kind}</td>
                <td data-number>{row.hours ?? ''}</td>
                <td data-number>
                  {row.amountFen === undefined ? '' : format.money(row.amountFen)}
                </td>
                <td>{row.note}</td>
                {onEdit && (
                  <td>
                    <span className={classes.buttons}>
                      <Button
                        size="compact-xs"
                        variant="subtle"
                        aria-label={t('editOf', words)}
                        data-testid="input-edit"
                        onClick={() => onEdit(row)}
                      >
                        {t('edit')}
                      </Button>
                      <Button
                        size="compact-xs"
                        variant="subtle"
                        color="gray"
                        aria-label={t('removeOf', words)}
                        data-testid="input-remove"
                        onClick={() => void remove(row.id)}
                      >
                        {t('remove')}
                      </Button>
                    </span>
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
