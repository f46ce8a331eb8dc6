import type { Accuracy } from '@shared/domain/tags/spot-check.rules';
import type { Tag } from '@shared/domain/tags/tag.schema';
import { Fragment } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { tagsMessages } from '../tags.messages';
import { TagRow } from './tag-row';
import classes from './tag-table.module.css';
import type { TagSection } from './tag-view';
import type { TagPeople } from './use-tag-figures';

type TagTableProps = {
  sections: readonly { section: TagSection; tags: readonly Tag[] }[];
  /** `undefined` while they are counted. */
  figures: TagPeople | undefined;
  accuracyOf: (tagId: string) => Accuracy | undefined;
  openId: string | undefined;
  onOpen: (tag: Tag) => void;
};

/** Tags are counted in hundreds, so this is a plain table. */
export function TagTable({ sections, figures, accuracyOf, openId, onOpen }: TagTableProps) {
  const t = useMessages(tagsMessages);
  return (
    <table className={classes.table} aria-label={t('title')}>
      <thead>
        <tr>
          <th>{t('name')}</th>
          <th>{t('rule')}</th>
          <th className={classes.number}>{t('people')}</th>
          <th className={classes.number}>{t('share')}</th>
          <th className={classes.accuracy}>{t('accuracy')}</th>
          <th className={classes.switch}>{t('switch')}</th>
        </tr>
      </thead>
      <tbody>
        {sections.map(({ section, tags }) => (
          <Fragment key={section}>
            <tr className={classes.head}>
              <th colSpan={6} scope="rowgroup">
                {t(`head.${section}`)} <span>{tags.length}</span>
              </th>
            </tr>
            {tags.map((tag) => (
              <TagRow
                key={tag.id}
                tag={tag}
                figures={figures}
                accuracy={accuracyOf(tag.id)}
                isOpen={tag.id === openId}
                onOpen={onOpen}
              />
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
