import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { useMessages } from '@/app/i18n/messages';
import { calendarMessages } from './calendar.messages';
import { useGrid } from './grid-context';
import classes from './item-face.module.css';

/** What a day has room for besides the title: the beginning of the text, who, to whom, how far. */
export function ItemDetails({ item }: { item: ContentItem }) {
  const t = useMessages(calendarMessages);
  const { groupNames } = useGrid();
  const { text = '', owner, groupIds, checklist = [] } = item;
  const groups = groupIds.map((id) => groupNames.get(id) ?? t('groupGone'));
  const done = checklist.filter(({ isDone }) => isDone).length;
  const facts = [
    owner,
    groups.length === 0 ? t('allGroups') : groups.join(t('comma')),
    checklist.length > 0 && t('checks', { done, all: checklist.length }),
  ].filter((fact) => fact !== undefined && fact !== false);
  return (
    <>
      <p className={classes.text} data-empty={text.trim() === ''} lang="zh-CN">
        {text.trim() === '' ? t('noText') : text}
      </p>
      <p className={classes.facts}>{facts.join(' · ')}</p>
    </>
  );
}
