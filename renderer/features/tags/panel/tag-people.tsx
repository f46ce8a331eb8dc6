import type { Tag } from '@shared/domain/tags/tag.schema';
import { useMemo } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { leansOnScores } from '@/features/segments';
import type { TagPeople } from '../list/use-tag-figures';
import { MembersLink } from '../members-link';
import { PeopleLines } from '../people-lines';
import { useWhoCarries } from '../use-people-lines';
import { tagPanelMessages } from './tag-panel.messages';
import classes from './tag-panel.module.css';

type TagPeopleProps = { tag: Tag; figures: TagPeople | undefined };

/** How many carry the tag and by what, who came and went, and some of them. */
export function TagPeoplePart({ tag, figures }: TagPeopleProps) {
  const t = useMessages(tagPanelMessages);
  const format = useFormat();
  const rule = useMemo(() => ({ kind: 'tag' as const, tagIds: [tag.id] }), [tag.id]);
  const who = useWhoCarries(rule);
  const count = figures?.carriersOf(tag.id) ?? 0;
  return (
    <section className={classes.section}>
      <h3>{t('peopleTitle')}</h3>
      {figures && (
        <dl className={classes.facts}>
          <dt>{t('byRule')}</dt>
          <dd>{format.count(figures.byRule[tag.id] ?? 0)}</dd>
          <dt>{t('byHand')}</dt>
          <dd>{format.count(figures.byHand[tag.id] ?? 0)}</dd>
          <dt>{t('both')}</dt>
          <dd data-testid="tag-people" data-count={count}>
            {format.count(count)}
          </dd>
        </dl>
      )}
      {who && (
        <p className={classes.quiet}>
          {who.drift.came + who.drift.went === 0 && tag.rule && leansOnScores(tag.rule)
            ? t('weekOfScores')
            : t('week', { came: format.count(who.drift.came), went: format.count(who.drift.went) })}
        </p>
      )}
      <MembersLink tag={tag}>{t('list')}</MembersLink>
      {who && <PeopleLines people={who.sample} />}
    </section>
  );
}
