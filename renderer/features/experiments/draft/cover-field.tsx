import { Button, Input } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { AssetPicker, AssetThumb, useAsset } from '@/features/assets';
import classes from '../experiments.module.css';
import { draftMessages } from './draft.messages';

const PICTURES = ['image'] as const;

type CoverFieldProps = {
  label: string;
  assetId: string | undefined;
  /** What the arm is called; an unnamed one takes the picture's name. */
  name: string;
  onPick: (patch: { assetId?: string; label?: string }) => void;
};

/** A picture of the asset box. */
export function CoverField({ label, assetId, name, onPick }: CoverFieldProps) {
  const t = useMessages(draftMessages);
  const [isPicking, setIsPicking] = useState(false);
  const asset = useAsset(assetId);
  useEffect(() => {
    if (asset && name === '') onPick({ label: asset.name });
  }, [asset, name, onPick]);
  return (
    <div className={classes.cover}>
      <Input.Label>{label}</Input.Label>
      <div className={classes.row}>
        {asset && <AssetThumb asset={asset} size={36} />}
        {asset && <span className={classes.quiet}>{asset.name}</span>}
        <Button size="xs" variant="default" onClick={() => setIsPicking(true)}>
          {t('pickCover')}
        </Button>
      </div>
      <AssetPicker
        opened={isPicking}
        kinds={PICTURES}
        isSingle
        onClose={() => setIsPicking(false)}
        onPick={([id]) => id !== undefined && onPick({ assetId: id })}
      />
    </div>
  );
}
