import { Drawer } from '@mantine/core';
import type { RosterDecision } from '@shared/domain/group-life/roster/roster-plan.rules';
import type { RosterList } from '@shared/domain/group-life/roster-list.schema';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useAnswer } from '@/app/use-answer';
import { useFormat } from '@/app/use-format';
import { dataWorker, execute } from '@/db/client';
import { ExportButton } from '@/features/export';
import { useIsOver } from '@/features/group-life';
import { useReturnFocus } from '@/ui/use-return-focus';
import { settleUnknown } from '../group-lists.commands';
import { listsSectionMessages } from '../lists-section.messages';
import { PersonChoice } from '../paste/person-choice';
import classes from './list-history.module.css';

type ListPanelProps = { list: RosterList; onClose: () => void };

/** One list: who came and went with it, and names that can still be settled. */
export function ListPanel({ list, onClose }: ListPanelProps) {
  useReturnFocus();
  const t = useMessages(listsSectionMessages);
  const format = useFormat();
  const isOver = useIsOver(list.groupId);
  const { joinedIds, leftIds, violatorIds } = list;
  const ids = [...new Set([...joinedIds, ...leftIds, ...violatorIds])];
  const names = useAnswer(`names ${list.id} ${ids.length}`, async () => {
    const found = await dataWorker().lists.memberNames(ids);
    return new Map(ids.map((id, at) => [id, found[at]]));
  });
  const settle = async (name: string, decision: RosterDecision) => {
    if (decision === 'unknown') return;
    const memberId = decision === 'new' ? {} : decision;
    try {
      await execute(settleUnknown, { listId: list.id, name, ...memberId });
      showDone(t(decision === 'new' ? 'settledNew' : 'settled', { name }), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  };
  const people = (memberIds: readonly string[]) =>
    memberIds.length === 0
      ? t('nobody')
      : memberIds.map((id) => names?.get(id) ?? (names ? t('gone') : '…')).join(t('between'));
  const parts = [
    ['joinedNames', joinedIds],
    ['leftNames', leftIds],
    ['violatorNames', violatorIds],
  ] as const;
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={460}
      title={t('panelTitle', { day: format.fullDay(list.day) })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className={classes.part} data-testid="list-panel">
        <ExportButton
          list="rosterPeople"
          scope={() => ({ roster: { groupId: list.groupId, listId: list.id } })}
          label={t('exportOne')}
          isCompact
        />
        {list.note && (
          <p>
            {t('note')}: {list.note}
          </p>
        )}
        <h3>{t('unknownNames', { count: format.count(list.unknown.length) })}</h3>
        {list.unknown.length === 0 && <p className={classes.quiet}>{t('nobody')}</p>}
        <ul className={classes.asked}>
          {list.unknown.map((name) => (
            <li key={name} data-testid="list-unknown">
              <span>{name}</span>
              {!isOver && (
                <PersonChoice
                  name={name}
                  decision={undefined}
                  onChoose={(decision) => void settle(name, decision)}
                />
              )}
            </li>
          ))}
        </ul>
        {parts.map(([key, memberIds]) => (
          <section key={key}>
            <h3>{t(key, { count: format.count(memberIds.length) })}</h3>
            <p>{people(memberIds)}</p>
          </section>
        ))}
      </div>
    </Drawer>
  );
}
