import { Button, Menu } from '@mantine/core';
import type { Asset } from '@shared/domain/assets/asset.schema';
import { IconArchive, IconArchiveOff, IconDots, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useAnswer } from '@/app/use-answer';
import { dataWorker, execute } from '@/db/client';
import { SidePanel } from '@/ui/side-panel';
import { archiveAssets, removeAsset } from '../assets.commands';
import { assetsMessages } from '../assets.messages';
import { useMissing } from '../files/use-missing';
import { AssetActions } from './asset-actions';
import { AssetFields } from './asset-fields';
import classes from './asset-panel.module.css';
import { AssetPlaces } from './asset-places';
import { AssetPreview } from './asset-preview';
import { MissingNote } from './missing-note';
import { placeCount } from './place-count';
import { RemoveDialog } from './remove-dialog';

type AssetPanelProps = { asset: Asset; knownTags: readonly string[]; onClose: () => void };

/** One file: what it shows, what is known of it, where it is used, and ways to use it. */
export function AssetPanel({ asset, knownTags, onClose }: AssetPanelProps) {
  const t = useMessages(assetsMessages);
  const { id, name } = asset;
  const places = useAnswer(id, () => dataWorker().assets.places(id));
  const isMissing = useMissing([asset]).has(id);
  const [isAsking, setAsking] = useState(false);
  const isArchived = asset.isArchived === true;
  const count = places === undefined ? 0 : placeCount(places);
  const isUsed = count > 0 || (places?.experiments.length ?? 0) > 0;

  const archive = async () => {
    try {
      await execute(archiveAssets, { ids: [id], isArchived: !isArchived });
      showDone(t(isArchived ? 'unarchivedToast' : 'archivedToast', { name }), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  };
  const remove = async (isTakenOut: boolean) => {
    try {
      const { takenOut } = await execute(removeAsset, { id, name, isTakenOut });
      onClose();
      const said =
        takenOut > 0
          ? t('removedOutToast', { name, count: takenOut })
          : t('removedToast', { name });
      showDone(said, { undo: true });
    } catch (error) {
      showProblem(error);
    }
  };
  return (
    <SidePanel
      testId="asset-panel"
      label={t('panel')}
      closeLabel={t('close')}
      title={name}
      onClose={onClose}
      actions={
        <Menu position="bottom-end" shadow="md">
          <Menu.Target>
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              aria-label={t('more', { name })}
              data-testid="asset-more"
            >
              <IconDots size={18} stroke={1.75} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={isArchived ? <IconArchiveOff size={16} /> : <IconArchive size={16} />}
              onClick={() => void archive()}
            >
              {t(isArchived ? 'unarchive' : 'archive')}
            </Menu.Item>
            <Menu.Item
              c="var(--q-red-text)"
              leftSection={<IconTrash size={16} />}
              data-testid="asset-remove"
              onClick={() => (isUsed ? setAsking(true) : void remove(false))}
            >
              {t('remove')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      }
    >
      <div className={classes.body}>
        <AssetPreview asset={asset} />
        {isMissing && <MissingNote asset={asset} count={count} />}
        <AssetActions asset={asset} isMissing={isMissing} />
        <AssetFields key={id} asset={asset} knownTags={knownTags} />
        {places && <AssetPlaces places={places} />}
      </div>
      {isAsking && places && (
        <RemoveDialog
          name={name}
          places={places}
          onCancel={() => setAsking(false)}
          onRemove={() => {
            setAsking(false);
            void remove(true);
          }}
        />
      )}
    </SidePanel>
  );
}
