import { Button } from '@mantine/core';
import type { Asset } from '@shared/domain/assets/asset.schema';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { assetsMessages } from '../assets.messages';
import { findAllAgain } from '../files/find-again';
import classes from './missing-bar.module.css';

/** Several files are not here: one way back for all of them. */
export function MissingBar({ missing }: { missing: readonly Asset[] }) {
  const t = useMessages(assetsMessages);
  const [isLooking, setLooking] = useState(false);
  const look = async () => {
    setLooking(true);
    await findAllAgain(missing);
    setLooking(false);
  };
  return (
    <div className={classes.bar} data-testid="assets-missing">
      <p>{t('findInFolderText', { n: missing.length })}</p>
      <Button
        size="xs"
        variant="default"
        flex="none"
        loading={isLooking}
        data-testid="assets-find-in-folder"
        onClick={() => void look()}
      >
        {t('findInFolder')}
      </Button>
    </div>
  );
}
