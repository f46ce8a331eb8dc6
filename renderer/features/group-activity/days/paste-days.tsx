import { Button, FileButton, Modal, Group as Row, Textarea } from '@mantine/core';
import {
  DAY_FIGURES,
  type DayDraft,
  type DayTableError,
  type DayTablePlan,
} from '@shared/domain/group-life/day-table.rules';
import { useRef, useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { dataWorker, execute } from '@/db/client';
import { useReturnFocus } from '@/ui/use-return-focus';
import classes from '../activity.module.css';
import { saveGroupDays } from '../group-days.commands';
import { daysMessages } from './days.messages';

const SHOWN = 60;

/** Statistics as a table: what they come to is shown before anything is written. */
export function PasteDays({ groupId, onClose }: { groupId: string; onClose: () => void }) {
  useReturnFocus();
  const t = useMessages(daysMessages);
  const [text, setText] = useState('');
  const [plan, setPlan] = useState<DayTablePlan>();
  const newest = useRef(0);
  // Each key asks anew, and an earlier answer may come last.
  const ask = (answer: Promise<DayTablePlan>) => {
    newest.current += 1;
    const turn = newest.current;
    answer.then((it) => newest.current === turn && setPlan(it), showProblem);
  };
  const read = (pasted: string) => {
    setText(pasted);
    if (pasted.trim() === '') setPlan(undefined);
    else ask(dataWorker().quiet.planPaste(groupId, pasted));
  };
  const days = plan ? [...plan.adds, ...plan.changes.map(({ after }) => after)] : [];
  const save = async () => {
    try {
      await execute(saveGroupDays, { groupId, days, source: 'import' });
      onClose();
      showDone(t('saved', { n: days.length }), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="min(760px, 96vw)"
      title={t('pasteTitle')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className={classes.form} data-testid="days-paste-dialog">
        <p className={classes.quiet}>{t('pasteLead')}</p>
        <Textarea
          data-autofocus
          data-testid="days-paste-text"
          label={t('pasteField')}
          placeholder={t('pastePlaceholder')}
          rows={4}
          value={text}
          onChange={(event) => read(event.currentTarget.value)}
        />
        <span className={classes.buttons}>
          <FileButton
            accept=".xlsx,.csv"
            onChange={(file) => file && ask(dataWorker().quiet.planFile(groupId, file))}
          >
            {(props) => (
              <Button {...props} size="xs" variant="default">
                {t('file')}
              </Button>
            )}
          </FileButton>
        </span>
        {plan && <PlanView plan={plan} />}
        <Row justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            data-testid="days-paste-save"
            disabled={days.length === 0}
            onClick={() => void save()}
          >
            {t('confirm', { n: days.length })}
          </Button>
        </Row>
      </div>
    </Modal>
  );
}

function PlanView({ plan }: { plan: DayTablePlan }) {
  const t = useMessages(daysMessages);
  const format = useFormat();
  const rows: { before?: DayDraft; after: DayDraft }[] = [
    ...plan.adds.map((after) => ({ after })),
    ...plan.changes,
  ];
  return (
    <>
      <p
        className={classes.text}
        data-testid="days-plan"
        data-adds={plan.adds.length}
        data-changes={plan.changes.length}
        data-errors={plan.errors.length}
      >
        {t('plan', {
          adds: plan.adds.length,
          changes: plan.changes.length,
          unchanged: plan.unchanged,
          errors: plan.errors.length,
        })}
      </p>
      {plan.errors.length > 0 && (
        <ul className={classes.problems}>
          {plan.errors.slice(0, SHOWN).map((error) => (
            <li key={`${error.row} ${error.code}`}>
              <ErrorText error={error} />
            </li>
          ))}
        </ul>
      )}
      {rows.length > 0 && (
        <div className={classes.planned}>
          <table className={classes.lines}>
            <thead>
              <tr>
                <th scope="col">{t('day')}</th>
                {DAY_FIGURES.map((figure) => (
                  <th key={figure} scope="col" data-number>
                    {t(`figure.${figure}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, SHOWN).map(({ before, after }) => (
                <tr key={after.day}>
                  <th scope="row">{format.dayWithWeekday(after.day)}</th>
                  {DAY_FIGURES.map((figure) => (
                    <td key={figure} data-number>
                      {before?.[figure] !== undefined && before[figure] !== after[figure] && (
                        <del>{before[figure]}</del>
                      )}{' '}
                      {before?.[figure] === after[figure] ? (
                        (after[figure] ?? '')
                      ) : (
                        <ins>{after[figure] ?? ''}</ins>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {rows.length > SHOWN && (
            <p className={classes.quiet}>{t('more', { n: rows.length - SHOWN })}</p>
          )}
        </div>
      )}
    </>
  );
}

function ErrorText({ error: { code, row, text, other } }: { error: DayTableError }) {
  const t = useMessages(daysMessages);
  return t(`error.${code}`, { row, text: text || t('none'), other: other ?? 0 });
}
