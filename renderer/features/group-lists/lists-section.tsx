import { daysBetween } from '@shared/lib/time';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useToday } from '@/app/use-today';
import { useLive } from '@/db/use-live';
import tool from '@/ui/tool.module.css';
import { readListSettings, readLists } from './group-lists.queries';
import { GrowthCard } from './history/growth-card';
import { ListHistory } from './history/list-history';
import { listsSectionMessages } from './lists-section.messages';
import classes from './lists-section.module.css';
import { NicknameCard } from './nicknames/nickname-card';
import { ListBox } from './paste/list-box';
import { PlanView } from './paste/plan-view';
import { useListDraft } from './paste/use-list-draft';

/** A list older than this is one that was forgotten. */
const FRESH_DAYS = 7;

/** The member lists of a group: paste one, see what changed, and what changed before. */
export function ListsSection({ groupId }: { groupId: string }) {
  const t = useMessages(listsSectionMessages);
  const format = useFormat();
  const today = useToday();
  const lists = useLive(() => readLists(groupId), [groupId]);
  const settings = useLive(() => readListSettings(groupId), [groupId]);
  const group = settings?.group;
  const draft = useListDraft(groupId, group?.name ?? '', today);
  const newest = lists?.[0];
  const isReady = lists !== undefined && settings !== undefined;
  const age = newest ? daysBetween(newest.day, today) : 0;
  const isDissolved = group?.phase === 'dissolved';
  return (
    <div className={classes.section} data-testid="group-section-lists" data-ready={isReady}>
      {isReady && !newest && !isDissolved && <p className={classes.lead}>{t('first')}</p>}
      {newest && (age <= FRESH_DAYS || isDissolved) && (
        <p className={classes.lead} data-testid="list-newest">
          {t('newest', {
            day: format.day(newest.day),
            total: format.count(newest.total),
            ago: format.relativeDay(Date.parse(`${newest.day}T12:00:00Z`)),
          })}
        </p>
      )}
      {newest && age > FRESH_DAYS && !isDissolved && (
        <p className={tool.notice} data-testid="list-overdue">
          {t('overdue', { day: format.day(newest.day), days: age })}
        </p>
      )}
      <div className={classes.top}>
        {!isDissolved && <ListBox draft={draft} today={today} />}
        {settings && lists && <NicknameCard groupId={groupId} settings={settings} lists={lists} />}
      </div>
      {draft.view && !isDissolved && <PlanView key={draft.text} draft={draft} view={draft.view} />}
      {lists && <GrowthCard groupId={groupId} lists={lists} />}
      {lists && <ListHistory groupId={groupId} lists={lists} />}
    </div>
  );
}
