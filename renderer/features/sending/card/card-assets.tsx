import { Button } from '@mantine/core';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { IconAlertTriangle, IconCopy, IconDownload, IconFolder } from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import {
  AssetThumb,
  copyAssetPicture,
  saveAssetAs,
  showAssetFile,
  useItemAssets,
  useWarningWords,
} from '@/features/assets';
import { sendMessages } from '../send.messages';
import classes from './send-card.module.css';

/** The files that go out with a piece, each one click away from the chat. */
export function CardAssets({ item }: { item: ContentItem }) {
  const t = useMessages(sendMessages);
  const wordsOf = useWarningWords();
  const assets = useItemAssets(item);
  if (!assets || assets.length === 0) return null;
  return (
    <ul className={classes.assets} aria-label={t('assets')} data-testid="send-assets">
      {assets.map(({ id, asset, warnings }) => (
        <li key={id}>
          {asset && <AssetThumb asset={asset} size={40} />}
          <span className={classes.assetWords}>
            <span>{asset?.name ?? t('unknownAsset')}</span>
            {warnings.map((warning) => (
              <span key={JSON.stringify(warning)} className={classes.assetWarning}>
                <IconAlertTriangle size={13} aria-hidden /> {wordsOf(warning)}
              </span>
            ))}
          </span>
          {asset && !warnings.some(({ kind }) => kind === 'missing') && (
            <span className={classes.assetWays}>
              {asset.kind === 'image' && (
                <Button
                  size="compact-xs"
                  variant="default"
                  leftSection={<IconCopy size={13} aria-hidden />}
                  onClick={() => void copyAssetPicture(asset)}
                >
                  {t('copyPicture')}
                </Button>
              )}
              <Button
                size="compact-xs"
                variant="default"
                leftSection={<IconFolder size={13} aria-hidden />}
                onClick={() => void showAssetFile(asset)}
              >
                {t('showFile')}
              </Button>
              <Button
                size="compact-xs"
                variant="default"
                leftSection={<IconDownload size={13} aria-hidden />}
                onClick={() => void saveAssetAs(asset)}
              >
                {t('saveAs')}
              </Button>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
