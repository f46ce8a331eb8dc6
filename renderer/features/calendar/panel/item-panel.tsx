import { Button, Drawer } from '@mantine/core';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { IconCopyPlus, IconTrash } from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import { itemMessages } from '../item.messages';
import { ItemSections } from '../item-sections';
import { useWhere } from '../use-where';
import classes from './panel.module.css';
import { type PanelApi, PanelContext } from './panel-context';
import { type ItemWriting, useItemDraft } from './use-item-draft';

type ItemPanelProps = Omit<PanelApi, keyof ItemWriting> & {
  item: ContentItem | undefined;
  onClose: () => void;
};

/** The open item beside the grid, which stays in use; Escape goes back to it. */
export function ItemPanel({ item, onClose, ...api }: ItemPanelProps) {
  const t = useMessages(itemMessages);
  const where = useWhere();
  return (
    <Drawer
      opened={item !== undefined}
      onClose={onClose}
      size={440}
      withOverlay={false}
      lockScroll={false}
      closeOnClickOutside={false}
      trapFocus={false}
      returnFocus={false}
      // What it shows is gone at once: only an empty panel would slide out.
      transitionProps={{ exitDuration: 0 }}
      title={item ? where(item) : t('panel')}
      classNames={{ body: classes.body }}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {item && <ItemBody key={item.id} item={item} {...api} />}
    </Drawer>
  );
}

function ItemBody({ item, ...shared }: Omit<PanelApi, keyof ItemWriting> & { item: ContentItem }) {
  const t = useMessages(itemMessages);
  const writing = useItemDraft(item);
  return (
    <PanelContext value={{ ...shared, ...writing }}>
      <ItemSections item={item} />
      <div className={classes.footer}>
        <Button
          variant="default"
          leftSection={<IconCopyPlus size={16} aria-hidden />}
          onClick={() => shared.onDuplicate(item)}
        >
          {t('duplicate')}
        </Button>
        <Button
          variant="subtle"
          c="var(--q-red-text)"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => shared.onRemove(item)}
        >
          {t('remove')}
        </Button>
      </div>
    </PanelContext>
  );
}
