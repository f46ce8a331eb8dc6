import { ActionIcon, Menu } from '@mantine/core';
import type { Tag } from '@shared/domain/tags/tag.schema';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { Chip } from '@/ui/chip';
import classes from './tag-table.module.css';
import { tagsMessages } from './tags.messages';

type TagTableProps = {
  tags: readonly Tag[];
  /** `undefined` while they are counted. */
  counts: ReadonlyMap<string, number> | undefined;
  onEdit: (tag: Tag) => void;
  onRemove: (tag: Tag) => void;
};

/** Tags are counted in tens, so this is a plain table. */
export function TagTable({ tags, counts, onEdit, onRemove }: TagTableProps) {
  const t = useMessages(tagsMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  return (
    <table className={classes.table} aria-label={t('listLabel')}>
      <thead>
        <tr>
          <th>{t('name')}</th>
          <th>{t('kind')}</th>
          <th>{t('note')}</th>
          <th className={classes.number}>{t('members')}</th>
          <th className={classes.menu} />
        </tr>
      </thead>
      <tbody>
        {tags.map((tag) => {
          const count = counts?.get(tag.id) ?? 0;
          return (
            <tr key={tag.id} data-testid="tag-row" data-tag-id={tag.id} data-count={count}>
              <td>
                <Link
                  href={`/members/tag/${tag.id}`}
                  className={classes.name}
                  title={t('seeMembers', { name: tag.name })}
                >
                  {tag.name}
                </Link>
              </td>
              <td>
                <Chip>{words(`tagKind.${tag.kind}`)}</Chip>
              </td>
              <td className={classes.note}>{tag.note}</td>
              <td className={classes.number}>{counts ? format.count(count) : ''}</td>
              <td className={classes.menu}>
                <Menu position="bottom-end" shadow="md">
                  <Menu.Target>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={t('more', { name: tag.name })}
                    >
                      <IconDots size={16} stroke={1.75} />
                    </ActionIcon>
                  </Menu.Target>
                  <Menu.Dropdown>
                    <Menu.Item
                      leftSection={<IconPencil size={16} stroke={1.75} />}
                      onClick={() => onEdit(tag)}
                    >
                      {t('edit')}
                    </Menu.Item>
                    <Menu.Item
                      color="red"
                      leftSection={<IconTrash size={16} stroke={1.75} />}
                      onClick={() => onRemove(tag)}
                    >
                      {t('remove')}
                    </Menu.Item>
                  </Menu.Dropdown>
                </Menu>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
