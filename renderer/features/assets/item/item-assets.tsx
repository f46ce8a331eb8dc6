import { Button } from '@mantine/core';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { IconPaperclip } from '@tabler/icons-react';
import { useState } from 'react';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { editItem } from '@/features/content-items';
import { assetsMessages } from '../assets.messages';
import { DropArea } from '../files/drop-area';
import { takeIn } from '../files/intake';
import { AssetPicker } from '../picker/asset-picker';
import { AssetRow } from './asset-row';
import classes from './item-assets.module.css';
import { useItemAssets } from './use-item-warnings';

/** Section of an item: the files that go out with it, in their order. */
export function ItemAssets({ item }: { item: ContentItem }) {
  const t = useMessages(assetsMessages);
  const [isPicking, setPicking] = useState(false);
  const ids = item.assetIds ?? [];
  const rows = useItemAssets(item) ?? [];
  const save = (assetIds: readonly string[]) => {
    execute(editItem, { id: item.id, assetIds: [...new Set(assetIds)] }).catch(showProblem);
  };
  const move = (index: number, by: -1 | 1) => {
    const next = [...ids];
    const [own] = next.splice(index, 1);
    if (own === undefined) return;
    next.splice(index + by, 0, own);
    save(next);
  };
  return (
    <DropArea
      words={t('dropHere')}
      testId="item-assets"
      className={classes.area}
      onFiles={(sources) =>
        void takeIn(sources).then((added) => added.length > 0 && save([...ids, ...added]))
      }
    >
      {rows.length > 0 && (
        <ul className={classes.rows}>
          {rows.map(({ id, asset, warnings }, index) => (
            <AssetRow
              key={id}
              asset={asset}
              warnings={warnings}
              isFirst={index === 0}
              isLast={index === rows.length - 1}
              onMove={(by) => move(index, by)}
              onDetach={() => save(ids.filter((it) => it !== id))}
            />
          ))}
        </ul>
      )}
      <div className={classes.foot}>
        <Button
          size="compact-sm"
          variant="light"
          data-testid="item-assets-attach"
          leftSection={<IconPaperclip size={14} aria-hidden />}
          onClick={() => setPicking(true)}
        >
          {t('attach')}
        </Button>
        {ids.length === 0 && <span className={classes.quiet}>{t('attachEmpty')}</span>}
      </div>
      <AssetPicker
        opened={isPicking}
        without={ids}
        onClose={() => setPicking(false)}
        onPick={(picked) => save([...ids, ...picked])}
      />
    </DropArea>
  );
}
