import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { FormIcon, StatusIcon } from '@/features/content-items';
import { useGrid } from './grid-context';
import classes from './item-face.module.css';

/** An item as it looks in the grid and under the pointer: title, form, column, status. */
export function ItemFace({ item, isGhost = false }: { item: ContentItem; isGhost?: boolean }) {
  const words = useMessages(wordsMessages);
  const { columnNames } = useGrid();
  const column = item.columnId === undefined ? undefined : columnNames.get(item.columnId);
  const form = words(`form.${item.form}`);
  const status = words(`contentStatus.${item.status}`);
  return (
    <div className={classes.face} data-slot={item.slot} data-ghost={isGhost}>
      <div className={classes.title} lang="zh-CN">
        {item.title}
      </div>
      <div className={classes.meta}>
        <FormIcon form={item.form} />
        <span className={classes.column}>{column ?? form}</span>
        <span className={classes.status} data-status={item.status}>
          <StatusIcon status={item.status} />
          {status}
        </span>
      </div>
    </div>
  );
}
