import { Popover } from '@mantine/core';
import type { Cell } from '@shared/domain/calendar/cell.rules';
import type { WeekHints } from '@shared/domain/calendar/quota.rules';
import { IconAlertTriangle, IconCircleDashed } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { calendarMessages } from './calendar.messages';
import { useWhere } from './use-where';
import classes from './warnings-bar.module.css';

type WarningsBarProps = { hints: WeekHints; onCell: (cell: Cell) => void };

/** Where the plan has gaps or too much; each line leads to its place. */
export function WarningsBar({ hints, onCell }: WarningsBarProps) {
  const t = useMessages(calendarMessages);
  const where = useWhere();
  const [isOpen, setOpen] = useState(false);
  const count = hints.gaps.length + hints.crowded.length;
  if (count === 0) return null;
  const go = (cell: Cell) => {
    setOpen(false);
    onCell(cell);
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" shadow="md" width={320}>
      <Popover.Target>
        <button
          type="button"
          className={classes.button}
          data-testid="cal-warnings"
          data-warning={hints.crowded.length > 0}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <IconAlertTriangle size={15} stroke={1.8} aria-hidden />
          {t('warnings', { n: count })}
        </button>
      </Popover.Target>
      <Popover.Dropdown p={6}>
        <ul className={classes.list}>
          {hints.crowded.map((cell) => (
            <Line key={`c${cell.date}${cell.slot}`} onClick={() => go(cell)} isWarning>
              {t('warnCrowded', { where: where(cell) })}
            </Line>
          ))}
          {hints.gaps.map((cell) => (
            <Line key={`g${cell.date}${cell.slot}`} onClick={() => go(cell)}>
              {t('warnGap', { where: where(cell) })}
            </Line>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

type LineProps = { isWarning?: boolean; onClick: () => void; children: string };

function Line({ isWarning = false, onClick, children }: LineProps) {
  const Icon = isWarning ? IconAlertTriangle : IconCircleDashed;
  return (
    <li>
      <button type="button" className={classes.line} data-warning={isWarning} onClick={onClick}>
        <Icon size={15} stroke={1.8} aria-hidden />
        {children}
      </button>
    </li>
  );
}
