import { Button } from '@mantine/core';
import { groupQrState, groupQrUntil } from '@shared/domain/assets/licence.rules';
import type { Group } from '@shared/domain/groups/group.schema';
import { IconQrcode } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useToday } from '@/app/use-today';
import { execute } from '@/db/client';
import { setGroupQr } from '../assets.commands';
import { assetsMessages } from '../assets.messages';
import { DayField } from '../day-field';
import { useMissing } from '../files/use-missing';
import { AssetPicker } from '../picker/asset-picker';
import { AssetThumb } from '../thumb/asset-thumb';
import { useAsset } from '../use-assets';
import classes from './group-qr-field.module.css';

/** A group's QR code: the picture, and the day until which it works. */
export function GroupQrField({ group }: { group: Pick<Group, 'id' | 'qrAssetId' | 'qrUntil'> }) {
  const t = useMessages(assetsMessages);
  const format = useFormat();
  const today = useToday();
  const [isPicking, setPicking] = useState(false);
  const { id: groupId, qrAssetId, qrUntil } = group;
  const asset = useAsset(qrAssetId);
  const isMissing = useMissing(useMemo(() => (asset ? [asset] : []), [asset])).size > 0;
  const state = groupQrState(group, today);

  const set = async (assetId: string | null, until: string | null, said?: string) => {
    try {
      await execute(setGroupQr, { groupId, assetId, until });
      if (said !== undefined) showDone(said, { undo: true });
    } catch (error) {
      showProblem(error);
    }
  };
  const day = qrUntil === undefined ? '' : format.fullDay(qrUntil);
  const notice = {
    none: undefined,
    valid: undefined,
    over: t('qrOver', { day }),
    lastDay: t('qrLastDay'),
    undated: t('qrUndated'),
  }[state];
  return (
    <section className={classes.field} data-testid="group-qr" data-state={state}>
      <h3>{t('qr')}</h3>
      <div className={classes.row}>
        {asset && <AssetThumb asset={asset} size={72} />}
        <div className={classes.tools}>
          <div className={classes.buttons}>
            <Button
              size="xs"
              variant="default"
              data-testid="group-qr-choose"
              leftSection={<IconQrcode size={15} aria-hidden />}
              onClick={() => setPicking(true)}
            >
              {t(qrAssetId === undefined ? 'qrChoose' : 'qrChange')}
            </Button>
            {qrAssetId !== undefined && (
              <Button
                size="xs"
                variant="subtle"
                onClick={() => void set(null, null, t('qrRemoved'))}
              >
                {t('qrRemove')}
              </Button>
            )}
          </div>
          {qrAssetId !== undefined && (
            <DayField
              testId="group-qr-until"
              label={t('qrUntil')}
              value={qrUntil}
              onChange={(until) => void set(qrAssetId, until ?? null)}
            />
          )}
        </div>
      </div>
      {isMissing && (
        <p className={classes.notice} data-tone="red">
          {t('qrMissing')}
        </p>
      )}
      {notice && (
        <p className={classes.notice} data-tone={state === 'over' ? 'red' : 'yellow'} role="status">
          {notice}
        </p>
      )}
      <p className={classes.hint}>{t('qrHint')}</p>
      <AssetPicker
        opened={isPicking}
        kinds={['image']}
        isSingle
        onClose={() => setPicking(false)}
        onPick={([assetId]) =>
          assetId !== undefined && void set(assetId, groupQrUntil(today), t('qrSaved'))
        }
      />
    </section>
  );
}
