import { Button } from '@mantine/core';
import type { SopRun } from '@shared/domain/sop/sop.schema';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { dataWorker, execute } from '@/db/client';
import { useDataVersion } from '@/db/use-data-version';
import { useWindowRows } from '@/ui/use-window-rows';
import type { AuditLine } from '@/workers/audit/audit-types';
import { decideAudit } from './audit.commands';
import { auditMessages } from './audit.messages';
import classes from './audit.module.css';
import type { AuditQueue } from './use-audit-queue';

const ROW_PX = 34;

type AuditDecidedProps = { run: SopRun; queue: AuditQueue; isOpen: boolean };

/** Who has been decided on, newest first and windowed, with who did it when and a way to check again. */
export function AuditDecided({ run, queue, isOpen }: AuditDecidedProps) {
  const t = useMessages(auditMessages);
  const version = useDataVersion();
  const { text } = queue.place;
  const rows = useWindowRows<AuditLine, { total: number }>({
    key: `${run.id}:${text}`,
    version,
    isEnabled: true,
    load: async (offset, limit) => {
      const question = { view: 'decided', text, offset, limit } as const;
      const answer = await dataWorker().audits.queue(run.id, question);
      return { total: answer.total, rows: answer.offset < offset ? [] : answer.lines };
    },
    onError: showProblem,
  });
  const total = rows.answer?.total ?? 0;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
  });
  const shown = virtual.getVirtualItems();
  const from = shown[0]?.index ?? 0;
  const to = shown[shown.length - 1]?.index ?? 0;
  const { onRange } = rows;
  useEffect(() => onRange(from, to), [onRange, from, to]);
  const again = (memberId: string) => {
    execute(decideAudit, { runId: run.id, memberId, status: 'waiting' })
      .then(() => queue.go({ view: 'waiting', text: '', offset: 0, from: memberId }))
      .catch(showProblem);
  };
  if (total === 0) return <p className={classes.quiet}>{t('viewEmpty')}</p>;
  return (
    <div ref={scroller} className={classes.people} data-testid="audit-decided-list">
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {shown.map(({ index, start, size }) => {
          const line = rows.rowAt(index);
          return (
            <div
              key={index}
              className={classes.personRow}
              style={{ transform: `translateY(${start}px)`, height: size }}
            >
              {line && (
                <DecidedRow
                  line={line}
                  onAgain={isOpen ? () => again(line.audit.memberId) : undefined}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function DecidedRow({
  line: { audit, name },
  onAgain,
}: {
  line: AuditLine;
  onAgain: (() => void) | undefined;
}) {
  const t = useMessages(auditMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const when = format.dateTime(audit.at);
  const who = audit.decidedBy ? t('decidedBy', { by: audit.decidedBy, when }) : when;
  return (
    <>
      {audit.status === 'approved' ? (
        <IconCheck size={14} className={classes.approved} aria-hidden />
      ) : (
        <IconX size={14} className={classes.rejected} aria-hidden />
      )}
      <span>{name}</span>
      <span className={classes.rowFacts}>
        {[words(`auditStatus.${audit.status}`), audit.reason, who].filter(Boolean).join(' · ')}
      </span>
      {onAgain && (
        <Button size="compact-xs" variant="subtle" color="gray" onClick={onAgain}>
          {t('reaudit')}
        </Button>
      )}
    </>
  );
}
