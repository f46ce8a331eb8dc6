import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { Group } from '@shared/domain/groups/group.schema';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { dataWorker, execute } from '@/db/client';
import { useDataVersion } from '@/db/use-data-version';
import { useLive } from '@/db/use-live';
import { SearchField } from '@/ui/search-field';
import { useWindowRows } from '@/ui/use-window-rows';
import type { Insider } from '@/workers/groups/group-types';
import { removeMemberFromGroup } from './groups.commands';
import { groupsMessages } from './groups.messages';
import classes from './groups.module.css';
import { type GroupWithCount, readRunTitles } from './groups.queries';
import { MoveDialog } from './misplaced/move-dialog';

const ROW_PX = 44;
const TYPING_MS = 150;

type InsiderListProps = { group: Group; count: number; groups: readonly GroupWithCount[] };

/** The people inside, however many: only those in view exist. */
export function InsiderList({ group, count, groups }: InsiderListProps) {
  const t = useMessages(groupsMessages);
  const [moving, setMoving] = useState<Insider>();
  const [typed, setTyped] = useState('');
  const [find] = useDebouncedValue(typed, TYPING_MS);
  const scroller = useRef<HTMLDivElement>(null);
  const titles = useLive(readRunTitles, []);
  const rows = useWindowRows({
    key: `${group.id} ${find}`,
    version: useDataVersion(),
    isEnabled: true,
    load: (offset, limit) => dataWorker().groups.insiders(group.id, offset, limit, find),
    onError: showProblem,
  });
  const shown = find === '' ? count : (rows.answer?.total ?? 0);
  const virtualizer = useVirtualizer({
    count: shown,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
    onChange: ({ range }) => range && rows.onRange(range.startIndex, range.endIndex),
  });
  return (
    <>
      <div className={classes.insidersHead}>
        <h3>{t('members')}</h3>
        <SearchField
          testId="group-insiders-find"
          label={t('findInside')}
          value={typed}
          onChange={setTyped}
        />
      </div>
      {moving && (
        <MoveDialog
          row={{ ...moving, groupId: group.id }}
          groups={groups}
          onClose={() => setMoving(undefined)}
        />
      )}
      {find !== '' && rows.answer?.total === 0 && <p className={classes.quiet}>{t('noneFound')}</p>}
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
                    onMove={() => setMoving(insider)}
                  />
                )}
              </li>
            );
          })}
        </ul>
      </div>
    </>
  );
}

type InsiderLineProps = {
  insider: Insider;
  group: Group;
  run: string | undefined;
  onMove: () => void;
};

function InsiderLine({ insider, group, run, onMove }: InsiderLineProps) {
  const t = useMessages(groupsMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const { memberId, name, nickname, role } = insider;
  const exception = group.exceptions?.find((row) => row.memberId === memberId);
  const facts = [
    nickname !== name && nickname,
    role !== 'ordinary' && words(`membershipRole.${role}`),
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
      <Button variant="subtle" size="compact-xs" data-testid="insider-move" onClick={onMove}>
        {t('move')}
      </Button>
      <Button variant="subtle" color="gray" size="compact-xs" onClick={() => void remove()}>
        {t('remove')}
      </Button>
    </>
  );
}
