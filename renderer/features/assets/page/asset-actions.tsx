import { Button, Tooltip } from '@mantine/core';
import type { Asset } from '@shared/domain/assets/asset.schema';
import { IconCopy, IconDownload, IconFolder } from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import { assetsMessages } from '../assets.messages';
import { copyAssetPicture, saveAssetAs, showAssetFile } from '../files/give-file';
import { canBeShown } from '../thumb/thumbnails';
import classes from './asset-panel.module.css';

type AssetActionsProps = { asset: Asset; isMissing: boolean };

/** Ways to get a file out of the box and into a chat. */
export function AssetActions({ asset, isMissing }: AssetActionsProps) {
  const t = useMessages(assetsMessages);
  return (
    <section className={classes.actions} aria-label={t('actions')}>
      {canBeShown(asset) && (
        <Button
          size="xs"
          disabled={isMissing}
          data-testid="asset-copy"
          leftSection={<IconCopy size={15} aria-hidden />}
          onClick={() => void copyAssetPicture(asset)}
        >
          {t('copyPicture')}
        </Button>
      )}
      <Button
        size="xs"
        variant="default"
        disabled={isMissing}
        data-testid="asset-save-as"
        leftSection={<IconDownload size={15} aria-hidden />}
        onClick={() => void saveAssetAs(asset)}
      >
        {t('saveAs')}
      </Button>
      <Tooltip label={t('showFileHint')} multiline w={240}>
        <Button
          size="xs"
          variant="default"
          disabled={isMissing}
          leftSection={<IconFolder size={15} aria-hidden />}
          onClick={() => void showAssetFile(asset)}
        >
          {t('showFile')}
        </Button>
      </Tooltip>
    </section>
  );
}
