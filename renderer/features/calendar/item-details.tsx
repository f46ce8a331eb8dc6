import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { useMessages } from '@/app/i18n/messages';
import { calendarMessages } from './calendar.messages';
import classes from './item-face.module.css';
import { useLook } from './look-context';

/** What a day has room for below the title: the beginning of the text. */
export function ItemText({ text = '' }: Pick<ContentItem, 'text'>) {
  const t = useMessages(calendarMessages);
  const isEmpty = text.trim() === '';
  return (
    <p className={classes.text} data-empty={isEmpty} lang="zh-CN">
      {isEmpty ? t('noText') : text}
    </p>
  );
}

/** Who sends it, to whom, and how far it is. */
export function ItemFacts({ item }: { item: ContentItem }) {
  const t = useMessages(calendarMessages);
  const { groupNames } = useLook();
  const { owner, groupIds, checklist = [] } = item;
  const groups = groupIds.map((id) => groupNames.get(id) ?? t('groupGone'));
  const done = checklist.filter(({ isDone }) => isDone).length;
  const facts = [
    owner,
    groups.length === 0 ? t('allGroups') : groups.join(t('comma')),
    checklist.length > 0 && t('checks', { done, all: checklist.length }),
  ].filter((fact) => fact !== undefined && fact !== false);
  const said = facts.join(' · ');
  return (
    <span className={classes.facts} title={said}>
      {said}
    </span>
  );
}
