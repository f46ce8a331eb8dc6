import { Drawer } from '@mantine/core';
import type { ColumnChoice } from '@shared/domain/calendar/column.schema';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import type { Group } from '@shared/domain/groups/group.schema';
import { useMessages } from '@/app/i18n/messages';
import { itemMessages } from './item.messages';
import { ItemFields } from './item-fields';
import { useWhere } from './use-where';

export type ItemPanelProps = {
  item: ContentItem | undefined;
  columns: readonly ColumnChoice[];
  groups: readonly Group[];
  onClose: () => void;
  onDuplicate: (item: ContentItem) => void;
  onRemove: (item: ContentItem) => void;
};

/** The open item beside the grid, which stays in use; Escape goes back to it. */
export function ItemPanel(props: ItemPanelProps) {
  const { item, onClose } = props;
  const t = useMessages(itemMessages);
  const where = useWhere();
  return (
    <Drawer
      opened={item !== undefined}
      onClose={onClose}
      size={400}
      withOverlay={false}
      lockScroll={false}
      closeOnClickOutside={false}
      trapFocus={false}
      returnFocus={false}
      title={item ? where(item) : t('panel')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {item && <ItemFields key={item.id} {...props} item={item} />}
    </Drawer>
  );
}
