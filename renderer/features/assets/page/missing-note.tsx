import { Button } from '@mantine/core';
import type { Asset } from '@shared/domain/assets/asset.schema';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { takeAssetOut } from '../assets.commands';
import { assetsMessages } from '../assets.messages';
import { findAgain } from '../files/find-again';
import classes from './asset-panel.module.css';

/** The file is not here: what may have happened, and the two ways out. */
export function MissingNote({ asset, count }: { asset: Asset; count: number }) {
  const t = useMessages(assetsMessages);
  const takeOut = async () => {
    try {
      const { takenOut } = await execute(takeAssetOut, { id: asset.id, name: asset.name });
      showDone(t('takenOutToast', { count: takenOut }), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  };
  return (
    <div className={classes.missing} data-testid="asset-missing">
      <p>{t('missingText')}</p>
      <div className={classes.actions}>
        <Button size="xs" data-testid="asset-find-again" onClick={() => void findAgain(asset)}>
          {t('findAgain')}
        </Button>
        {count > 0 && (
          <Button size="xs" variant="default" onClick={() => void takeOut()}>
            {t('takeOut', { count })}
          </Button>
        )}
      </div>
    </div>
  );
}
