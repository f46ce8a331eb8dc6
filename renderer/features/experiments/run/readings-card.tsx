import { Button } from '@mantine/core';
import type { ContentResult } from '@shared/domain/calendar/content-result.schema';
import type { Experiment, ExperimentUnit } from '@shared/domain/experiments/experiment.schema';
import { readingsFromResults } from '@shared/domain/experiments/from-results.rules';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { Card } from '@/ui/card';
import classes from '../experiments.module.css';
import { leaveOutUnit, writeReadings } from '../verdict.commands';
import { say } from '../words';
import { READING_FIELDS, ReadingCell, type ReadingField, readingText } from './reading-cell';
import { runMessages } from './run.messages';

type ReadingsCardProps = {
  experiment: Experiment;
  /** Of the round that is shown. */
  units: readonly ExperimentUnit[];
  results: readonly ContentResult[];
  nameOf: (groupId: string | undefined) => string;
};

/** What each group did, typed line by line or taken from the results of the arms' items. */
export function ReadingsCard({ experiment, units, results, nameOf }: ReadingsCardProps) {
  const t = useMessages(runMessages);
  const isLocked = experiment.state !== 'running';
  const { id } = experiment;
  const isByGroup = experiment.unit === 'group';
  const fields = READING_FIELDS.filter((field) => field !== 'dwellSd' || !isByGroup);
  const lines = [...units].sort(
    (a, b) =>
      a.armKey.localeCompare(b.armKey) ||
      nameOf(a.groupId).localeCompare(nameOf(b.groupId), 'zh-CN'),
  );
  const ready = readingsFromResults(units, results);
  const take = () =>
    say(async () => {
      await execute(writeReadings, { id, readings: ready });
      return t('taken', { n: ready.length });
    });
  return (
    <Card
      title={t('readings')}
      actions={
        !isLocked && (
          <Button
            size="compact-sm"
            variant="light"
            disabled={ready.length === 0}
            title={ready.length === 0 ? t('takeNone') : undefined}
            data-testid="experiment-take"
            onClick={() => void take()}
          >
            {t('take')}
          </Button>
        )
      }
    >
      <p className={classes.quiet}>{t('readingsLead')}</p>
      <div className={classes.scroll}>
        <table className={classes.readings} data-testid="experiment-readings">
          <thead>
            <tr>
              <th scope="col">{t('col.arm')}</th>
              <th scope="col">{isByGroup ? t('col.group') : ''}</th>
              <th scope="col">{t('col.people')}</th>
              {fields.map((field) => (
                <th key={field} scope="col">
                  {t(field)}
                </th>
              ))}
              <th />
            </tr>
          </thead>
          <tbody>
            {lines.map((unit) => (
              <Line
                key={unit.id}
                experiment={experiment}
                unit={unit}
                fields={fields}
                isLocked={isLocked}
                name={isByGroup ? nameOf(unit.groupId) : t('everybody')}
              />
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

type LineProps = {
  experiment: Experiment;
  unit: ExperimentUnit;
  fields: readonly ReadingField[];
  isLocked: boolean;
  name: string;
};

function Line({ experiment, unit, fields, isLocked, name }: LineProps) {
  const t = useMessages(runMessages);
  const format = useFormat();
  const { id } = experiment;
  const isOut = experiment.leftOut?.some(({ unitId }) => unitId === unit.id) === true;
  const write = (field: ReadingField, value: number | null) =>
    say(async () => {
      await execute(writeReadings, { id, readings: [{ unitId: unit.id, [field]: value }] });
      return undefined;
    });
  const setOut = (why: string) =>
    say(async () => {
      await execute(leaveOutUnit, { id, unitId: unit.id, why });
      return undefined;
    });
  return (
    <tr
      data-out={isOut}
      data-testid="experiment-unit"
      data-unit-id={unit.id}
      data-arm={unit.armKey}
    >
      <td>
        <b>{unit.armKey}</b>
      </td>
      <th scope="row">{name}</th>
      <td className={classes.number}>{format.count(unit.size)}</td>
      {fields.map((field) => (
        <td key={field}>
          {isLocked ? (
            <span className={classes.number}>{readingText(unit, field)}</span>
          ) : (
            <ReadingCell
              unit={unit}
              field={field}
              label={`${name} ${unit.armKey} ${t(field)}`}
              isLocked={isOut}
              onWrite={(value) => void write(field, value)}
            />
          )}
        </td>
      ))}
      <td>
        {!isLocked && isOut && (
          <Button size="compact-xs" variant="subtle" onClick={() => void setOut('')}>
            {t('countAgain')}
          </Button>
        )}
        {isLocked && isOut && <span className={classes.quiet}>{t('left')}</span>}
      </td>
    </tr>
  );
}
