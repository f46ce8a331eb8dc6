import { IconAlertTriangle } from '@tabler/icons-react';
import { useMessages } from '@/app/i18n/messages';
import type { AssetLine } from '@/workers/assets/asset-types';
import { assetsMessages } from '../assets.messages';
import { AssetThumb } from '../thumb/asset-thumb';
import classes from './asset-grid.module.css';
import { useLicenceLine, useSizeWords, useUseWords } from './asset-words';

export type AssetLook = 'grid' | 'list';

type AssetCardProps = {
  line: AssetLine;
  index: number;
  look: AssetLook;
  isOpen: boolean;
  isMissing: boolean;
  onOpen: () => void;
};

/** One file among the others: what it shows, how often it was used, and what speaks against it. */
export function AssetCard({ line, index, look, isOpen, isMissing, onOpen }: AssetCardProps) {
  const t = useMessages(assetsMessages);
  const usedWords = useUseWords();
  const sizeWords = useSizeWords();
  const licence = useLicenceLine()(line);
  return (
    <button
      type="button"
      className={classes.card}
      data-look={look}
      data-open={isOpen}
      data-index={index}
      data-testid="asset-card"
      data-asset-id={line.id}
      data-missing={isMissing}
      title={line.name}
      onClick={onOpen}
    >
      <span className={classes.picture}>
        <AssetThumb asset={line} {...(look === 'list' && { size: 40 })} />
      </span>
      <span className={classes.name}>{line.name}</span>
      <span className={classes.facts}>{usedWords(line.use, look === 'grid')}</span>
      {look === 'list' && (
        <span className={classes.facts}>
          {[t(`kind.${line.kind}`), sizeWords(line.bytes), ...line.tags].join(' · ')}
        </span>
      )}
      <span className={classes.state}>
        {isMissing ? (
          <span className={classes.warning} data-tone="red">
            <IconAlertTriangle size={13} aria-hidden />
            {t('missing')}
          </span>
        ) : (
          licence && (
            <span className={classes.warning} data-tone={licence.tone}>
              {licence.tone !== 'quiet' && <IconAlertTriangle size={13} aria-hidden />}
              {licence.text}
            </span>
          )
        )}
      </span>
    </button>
  );
}
