import { ActionIcon, Menu } from '@mantine/core';
import type { Asset } from '@shared/domain/assets/asset.schema';
import type { AssetWarning } from '@shared/domain/assets/asset-use.rules';
import {
  IconAlertTriangle,
  IconArrowDown,
  IconArrowUp,
  IconCopy,
  IconDots,
  IconDownload,
  IconFolder,
  IconFolderSearch,
  IconX,
} from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import { assetsMessages } from '../assets.messages';
import { findAgain } from '../files/find-again';
import { copyAssetPicture, saveAssetAs, showAssetFile } from '../files/give-file';
import { AssetThumb } from '../thumb/asset-thumb';
import { canBeShown } from '../thumb/thumbnails';
import classes from './item-assets.module.css';
import { useWarningWords } from './warning-words';

/** Of many groups that got it before, these few are named. */
const MOST_WARNINGS = 3;
const RED: ReadonlySet<AssetWarning['kind']> = new Set(['missing', 'licenceEnded']);

type AssetRowProps = {
  /** Absent when the box no longer knows it. */
  asset: Asset | undefined;
  warnings: readonly AssetWarning[];
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: -1 | 1) => void;
  onDetach: () => void;
};

/** One file of an item: what speaks against it, its place among the others, and ways to use it. */
export function AssetRow(props: AssetRowProps) {
  const { asset, warnings, isFirst, isLast, onMove, onDetach } = props;
  const t = useMessages(assetsMessages);
  const words = useWarningWords();
  const name = asset?.name ?? t('unknownAsset');
  const isMissing = warnings.some(({ kind }) => kind === 'missing');
  const hidden = warnings.length - MOST_WARNINGS;
  return (
    <li className={classes.row} data-testid="item-asset" data-asset-id={asset?.id}>
      {asset && <AssetThumb asset={asset} size={44} />}
      <span className={classes.words}>
        <span className={classes.name} title={name}>
          {name}
        </span>
        {warnings.slice(0, MOST_WARNINGS).map((warning) => (
          <span
            key={`${warning.kind} ${warning.kind === 'sentInGroup' ? warning.groupId : ''}`}
            className={classes.warning}
            data-tone={RED.has(warning.kind) ? 'red' : 'yellow'}
            data-testid="item-asset-warning"
          >
            <IconAlertTriangle size={13} aria-hidden />
            {words(warning)}
          </span>
        ))}
        {hidden > 0 && <span className={classes.quiet}>{t('moreWarnings', { n: hidden })}</span>}
      </span>
      {asset && (
        <Menu position="bottom-end" shadow="md">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('more', { name })}>
              <IconDots size={16} stroke={1.75} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {isMissing ? (
              <Menu.Item
                leftSection={<IconFolderSearch size={16} />}
                onClick={() => void findAgain(asset)}
              >
                {t('findAgain')}
              </Menu.Item>
            ) : (
              <>
                {canBeShown(asset) && (
                  <Menu.Item
                    leftSection={<IconCopy size={16} />}
                    onClick={() => void copyAssetPicture(asset)}
                  >
                    {t('copyPicture')}
                  </Menu.Item>
                )}
                <Menu.Item
                  leftSection={<IconDownload size={16} />}
                  onClick={() => void saveAssetAs(asset)}
                >
                  {t('saveAs')}
                </Menu.Item>
                <Menu.Item
                  leftSection={<IconFolder size={16} />}
                  onClick={() => void showAssetFile(asset)}
                >
                  {t('showFile')}
                </Menu.Item>
              </>
            )}
            {!isFirst && (
              <Menu.Item leftSection={<IconArrowUp size={16} />} onClick={() => onMove(-1)}>
                {t('moveUp', { name })}
              </Menu.Item>
            )}
            {!isLast && (
              <Menu.Item leftSection={<IconArrowDown size={16} />} onClick={() => onMove(1)}>
                {t('moveDown', { name })}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={t('detach', { name })}
        onClick={onDetach}
      >
        <IconX size={16} stroke={1.75} />
      </ActionIcon>
    </li>
  );
}
