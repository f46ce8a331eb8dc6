import type { AssetKind } from '@shared/domain/assets/asset.schema';
import {
  IconFile,
  IconFileText,
  IconMovie,
  IconMusic,
  IconPhoto,
  type TablerIcon,
} from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { onFilesChanged } from '../files/file-news';
import classes from './asset-thumb.module.css';
import { canBeShown, type Pictured, thumbnailOf } from './thumbnails';

const ICONS: Record<AssetKind, TablerIcon> = {
  image: IconPhoto,
  video: IconMovie,
  audio: IconMusic,
  document: IconFileText,
  other: IconFile,
};

function useThumbnail(asset: Pictured): string | null {
  const [url, setUrl] = useState<string | null>(null);
  const { id } = asset;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a file's bytes never change under its id
  useEffect(() => {
    if (!canBeShown(asset)) return undefined;
    let isCurrent = true;
    const look = () => void thumbnailOf(asset).then((found) => isCurrent && setUrl(found));
    look();
    const stop = onFilesChanged(look);
    return () => {
      isCurrent = false;
      stop();
    };
  }, [id]);
  return url;
}

type AssetThumbProps = {
  asset: Pictured & { name: string };
  /** Pixels of its square; without one it fills its place. */
  size?: number;
};

/** A small picture of a file, or the sign of its kind. */
export function AssetThumb({ asset, size }: AssetThumbProps) {
  const url = useThumbnail(asset);
  const Icon = ICONS[asset.kind];
  const square = size === undefined ? undefined : { width: size, height: size };
  return (
    <span className={classes.thumb} style={square} data-kind={asset.kind}>
      {url === null ? (
        <Icon size={size === undefined || size > 60 ? 36 : 20} stroke={1.4} aria-hidden />
      ) : (
        <img src={url} alt="" draggable={false} />
      )}
    </span>
  );
}
