import type { ContentItem } from '@shared/domain/calendar/content.schema';
import type { CheckResult } from '@shared/domain/compliance/check.rules';
import {
  IconAlertTriangle,
  IconClockExclamation,
  IconShieldExclamation,
} from '@tabler/icons-react';
import { memo } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { ComplianceChip } from '@/features/compliance';
import { FormIcon, StatusIcon } from '@/features/content-items';
import { calendarMessages } from './calendar.messages';
import { voiceOf } from './filter/item-filter';
import { ItemFacts, ItemText } from './item-details';
import classes from './item-face.module.css';
import { useLook } from './look-context';

type ItemFaceProps = { item: ContentItem; isGhost?: boolean };

/** An item as it looks in the grid and under the pointer: title, form, column, status. */
export const ItemFace = memo(function ItemFace({ item, isGhost = false }: ItemFaceProps) {
  const t = useMessages(calendarMessages);
  const words = useMessages(wordsMessages);
  const { view, columnNames, columnRows, isOverdue, checkOf, conflictIds } = useLook();
  const check = checkOf(item);
  const column = item.columnId === undefined ? undefined : columnNames.get(item.columnId);
  const form = words(`form.${item.form}`);
  const status = words(`contentStatus.${item.status}`);
  const voice = voiceOf(item, columnRows);
  const isLarge = view === 'day' && !isGhost;
  return (
    <div className={classes.face} data-slot={item.slot} data-ghost={isGhost} data-view={view}>
      <div className={classes.title} lang="zh-CN">
        {item.time !== undefined && <span className={classes.time}>{item.time} </span>}
        {item.title}
      </div>
      {isLarge && <ItemText {...item} />}
      <div className={classes.meta}>
        <span className={classes.form} title={form}>
          <FormIcon form={item.form} />
        </span>
        <span className={classes.column} title={column ?? form}>
          {column ?? form}
        </span>
        {isLarge && <ItemFacts item={item} />}
        {voice !== 'official' && (
          <span
            className={classes.voice}
            data-voice={voice}
            title={words(`membershipRole.${voice}`)}
          >
            {words(`membershipRole.${voice}`)}
          </span>
        )}
        {check && isLarge && <ComplianceChip result={check} />}
        {check && !isLarge && <CheckMark result={check} />}
        {conflictIds.has(item.id) && (
          <span
            className={classes.conflict}
            title={t('conflict')}
            role="img"
            aria-label={t('conflict')}
          >
            <IconAlertTriangle size={14} stroke={1.8} aria-hidden />
          </span>
        )}
        {isOverdue(item) && (
          <span
            className={classes.overdue}
            title={t('overdue')}
            role="img"
            aria-label={t('overdue')}
          >
            <IconClockExclamation size={14} stroke={1.8} aria-hidden />
          </span>
        )}
        <span className={classes.status} data-status={item.status} title={status}>
          <StatusIcon status={item.status} />
          <span className={classes.word}>{status}</span>
        </span>
      </div>
    </div>
  );
});

/** Where there is no room for the chip: its sign, for what is serious. */
function CheckMark({ result: { risk } }: { result: CheckResult }) {
  const t = useMessages(calendarMessages);
  if (risk !== 'high' && risk !== 'medium') return null;
  const said = t(`risk.${risk}`);
  return (
    <span className={classes.risk} data-risk={risk} title={said} role="img" aria-label={said}>
      <IconShieldExclamation size={14} stroke={1.8} aria-hidden />
    </span>
  );
}
