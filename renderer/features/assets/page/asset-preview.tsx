import type { Asset } from '@shared/domain/assets/asset.schema';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { assetsMessages } from '../assets.messages';
import { AssetThumb } from '../thumb/asset-thumb';
import { useFullPicture } from '../thumb/use-full-picture';
import classes from './asset-panel.module.css';
import { useSizeWords } from './asset-words';

/** The picture as large as the panel takes it, and what the file is. */
export function AssetPreview({ asset }: { asset: Asset }) {
  const t = useMessages(assetsMessages);
  const format = useFormat();
  const sizeWords = useSizeWords();
  const picture = useFullPicture(asset);
  const { width, height, addedBy } = asset;
  const when = format.dateTime(asset.addedAt);
  const facts = [
    t(`kind.${asset.kind}`),
    ...(width !== undefined && height !== undefined ? [t('pixels', { w: width, h: height })] : []),
    sizeWords(asset.bytes),
    addedBy === undefined ? t('addedAt', { when }) : t('addedBy', { when, by: addedBy }),
  ];
  return (
    <figure className={classes.preview}>
      <div className={classes.picture} data-shown={picture.kind === 'shown'}>
        {picture.kind === 'shown' ? (
          <img src={picture.url} alt={asset.name} draggable={false} />
        ) : (
          <AssetThumb asset={asset} />
        )}
      </div>
      {picture.kind === 'refused' && (
        <p role="alert" className={classes.problem}>
          {picture.why}
        </p>
      )}
      <figcaption className={classes.quiet}>{facts.join(' · ')}</figcaption>
    </figure>
  );
}
