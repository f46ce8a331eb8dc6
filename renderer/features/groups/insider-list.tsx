import { Button } from '@mantine/core';
import type { Group } from '@shared/domain/groups/group.schema';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { dataWorker, execute } from '@/db/client';
import { useDataVersion } from '@/db/use-data-version';
import { useLive } from '@/db/use-live';
import { useWindowRows } from '@/ui/use-window-rows';
import type { Insider } from '@/workers/groups/group-types';
import { removeMemberFromGroup } from './groups.commands';
import { groupsMessages } from './groups.messages';
import classes from './groups.module.css';
import { readRunTitles } from './groups.queries';

const ROW_PX = 44;

/** The people inside, however many: only those in view exist. */
export function InsiderList({ group, count }: { group: Group; count: number }) {
  const scroller = useRef<HTMLDivElement>(null);
  const titles = useLive(readRunTitles, []);
  const rows = useWindowRows({
    key: group.id,
    version: useDataVersion(),
    isEnabled: true,
    load: (offset, limit) => dataWorker().groups.insiders(group.id, offset, limit),
    onError: showProblem,
  });
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
    onChange: ({ range }) => range && rows.onRange(range.startIndex, range.endIndex),
  });
  return (
    <div ref={scroller} className={classes.insiders} data-testid="group-insiders">
      <ul style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const insider = rows.rowAt(index);
          return (
            <li
              key={index}
              className={classes.insider}
              style={{ height: ROW_PX, transform: `translateY(${start}px)` }}
            >
              {insider && (
                <InsiderLine
                  insider={insider}
                  group={group}
                  run={titles?.get(insider.runId ?? '')}
                />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

type InsiderLineProps = { insider: Insider; group: Group; run: string | undefined };

function InsiderLine({ insider, group, run }: InsiderLineProps) {
  const t = useMessages(groupsMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const { memberId, name } = insider;
  const exception = group.exceptions?.find((row) => row.memberId === memberId);
  const facts = [
    words(`identity.${insider.identity}`),
    insider.region,
    t('joined', { day: format.date(insider.joinedAt) }),
    run && t('byRun', { run }),
    exception && t('exception', { reason: exception.reason }),
  ];
  const remove = async () => {
    try {
      await execute(removeMemberFromGroup, { groupId: group.id, memberId });
      showDone(t('removed', { name, group: group.name }), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  };
  return (
    <>
      <span className={classes.insiderName}>{name}</span>
      <span className={classes.quiet}>{facts.filter(Boolean).join(' · ')}</span>
      <Button variant="subtle" color="gray" size="compact-xs" onClick={() => void remove()}>
        {t('remove')}
      </Button>
    </>
  );
}
