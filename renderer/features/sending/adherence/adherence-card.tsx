import {
  type Adherence,
  adherenceBy,
  adherenceOf,
  type PlannedSend,
} from '@shared/domain/calendar/send-adherence.rules';
import { SLOTS } from '@shared/domain/calendar/slots';
import { weekOf } from '@shared/domain/calendar/week.rules';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { useLive } from '@/db/use-live';
import { Card } from '@/ui/card';
import { Why } from '@/ui/why';
import { sendMessages } from '../send.messages';
import { useDuration } from '../use-duration';
import classes from './adherence.module.css';
import { readPlanned } from './adherence.queries';
import { MissedList } from './missed-list';

type AdherenceCardProps = {
  day: string;
  today: string;
  nowMs: number;
  nameOf: (groupId: string) => string;
};

type Row = { key: string; name: string; units: PlannedSend[]; figures: Adherence };

/** How well the week's plan was kept, by slot and by group; a row opens what was not on time. */
export function AdherenceCard({ day, today, nowMs, nameOf }: AdherenceCardProps) {
  const t = useMessages(sendMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const { days, monday } = weekOf(day);
  const sunday = days[6] ?? monday;
  const units = useLive(() => readPlanned(monday, sunday, nowMs), [monday, sunday, nowMs]);
  const [open, setOpen] = useState<string>();
  if (!units) return null;
  const rowsBy = (key: 'slot' | 'groupId', name: (value: string) => string): Row[] =>
    [...adherenceBy(units, key)].map(([value, figures]) => ({
      key: `${key}-${value}`,
      name: name(value),
      units: units.filter((unit) => unit[key] === value),
      figures,
    }));
  const bySlot = rowsBy('slot', (value) => words(`slot.${slotOf(value)}`)).sort(
    (a, b) => orderOf(a.key) - orderOf(b.key),
  );
  const byGroup = rowsBy('groupId', nameOf).sort((a, b) => a.name.localeCompare(b.name, 'zh'));
  const all = { key: 'all', name: t('adherence.all'), units, figures: adherenceOf(units) };
  const isThisWeek = today >= monday && today <= sunday;
  const chosen = [...bySlot, ...byGroup, all].find(({ key }) => key === open);
  const table = (head: string, rows: Row[]) => (
    <AdherenceTable
      head={head}
      rows={rows}
      open={open}
      onOpen={(key) => setOpen(key === open ? undefined : key)}
    />
  );
  return (
    <Card
      title={
        isThisWeek
          ? t('adherence.title')
          : t('adherence.weekOf', { from: format.day(monday), to: format.day(sunday) })
      }
      actions={<Why word={t('adherence.why')}>{t('adherence.whyText')}</Why>}
    >
      <div
        className={classes.body}
        data-testid="send-adherence"
        data-planned={all.figures.planned}
        data-in-slot={all.figures.inSlot}
      >
        {units.length === 0 ? (
          <p className={classes.quiet}>{t('adherence.none')}</p>
        ) : (
          <>
            {table(t('adherence.slot'), [...bySlot, all])}
            {byGroup.length > 1 && table(t('adherence.group'), byGroup)}
            <DelaySentence figures={all.figures} />
            {chosen && <MissedList name={chosen.name} units={chosen.units} nameOf={nameOf} />}
          </>
        )}
      </div>
    </Card>
  );
}

const slotOf = (value: string) => SLOTS.find((slot) => slot === value) ?? 'morning';
const orderOf = (key: string) => SLOTS.findIndex((slot) => key === `slot-${slot}`);

type TableProps = {
  head: string;
  rows: readonly Row[];
  open: string | undefined;
  onOpen: (key: string) => void;
};

function AdherenceTable({ head, rows, open, onOpen }: TableProps) {
  const t = useMessages(sendMessages);
  const format = useFormat();
  const share = ({ planned, inSlot, share: rate, interval }: Adherence) =>
    rate === undefined || interval?.kind !== 'interval'
      ? t('adherence.counts', { inSlot: format.count(inSlot), n: format.count(planned) })
      : t('adherence.shareOf', {
          share: format.percent(rate),
          low: format.percent(interval.low),
          high: format.percent(interval.high),
          n: format.count(planned),
        });
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          {(['planned', 'inSlot', 'early', 'late', 'notSent'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`adherence.${column}`)}
            </th>
          ))}
          <th scope="col">{t('adherence.share')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, figures }) => (
          <tr key={key} data-open={key === open} data-total={key === 'all'}>
            <th scope="row">
              <button
                type="button"
                className={classes.open}
                data-testid={`send-adherence-${key}`}
                aria-expanded={key === open}
                onClick={() => onOpen(key)}
              >
                {name}
              </button>
            </th>
            <td>{format.count(figures.planned)}</td>
            <td>{format.count(figures.inSlot)}</td>
            <td>{format.count(figures.early)}</td>
            <td>{format.count(figures.late)}</td>
            <td>{format.count(figures.notSent)}</td>
            <td>{share(figures)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DelaySentence({ figures }: { figures: Adherence }) {
  const t = useMessages(sendMessages);
  const format = useFormat();
  const duration = useDuration();
  const { medianDelayMs, planned, notSent } = figures;
  if (medianDelayMs === undefined) return null;
  const n = format.count(planned - notSent);
  const key =
    Math.abs(medianDelayMs) < 30_000
      ? 'adherence.noDelay'
      : medianDelayMs > 0
        ? 'adherence.delay'
        : 'adherence.aheadBy';
  return <p className={classes.quiet}>{t(key, { time: duration(medianDelayMs), n })}</p>;
}
