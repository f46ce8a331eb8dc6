import { Button, FileButton, SegmentedControl } from '@mantine/core';
import type { Member } from '@shared/domain/members/member.schema';
import type { Audit, AuditPhoto } from '@shared/domain/sop/audit.schema';
import type { SopRun } from '@shared/domain/sop/sop.schema';
import { IconPhotoPlus } from '@tabler/icons-react';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useLive } from '@/db/use-live';
import { auditMessages } from '../audit.messages';
import { photosOf } from '../audit.queries';
import { useAuditKeys } from '../use-audit-keys';
import { keepPicture } from './keep-picture';
import { PhotoView } from './photo-view';
import classes from './photos.module.css';
import { useHasKeychain } from './use-pictures';

const KINDS = ['licence', 'shopFront', 'other'] as const;
const PICTURES = 'image/jpeg,image/png,image/webp';

type CardPhotosProps = { run: SopRun; audit: Audit; member: Member };

/** Licence and shop front of the person: dropped, pasted or chosen, kept on this laptop only. */
export function CardPhotos({ run, audit, member }: CardPhotosProps) {
  const t = useMessages(auditMessages);
  const photos = useLive(() => photosOf(audit.id), [audit.id]) ?? [];
  const [kind, setKind] = useState<AuditPhoto['kind']>('licence');
  const [isOver, setOver] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const hasKeychain = useHasKeychain();
  const choose = useRef<HTMLButtonElement>(null);
  const keep = async (files: readonly Blob[]) => {
    setBusy(true);
    try {
      for (const file of files)
        await keepPicture(file, { memberId: member.id, runId: run.id, kind });
      if (files.length > 0) showDone(t('photoSavedToast'));
    } catch (error) {
      showProblem(error);
    } finally {
      setBusy(false);
    }
  };
  useAuditKeys(true, { p: () => choose.current?.click() });
  usePastedPictures((files) => void keep(files));
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void keep([...event.dataTransfer.files]);
  };
  return (
    <section
      className={classes.photos}
      data-over={isOver}
      data-busy={isBusy}
      data-testid="audit-photos"
      aria-label={t('photo')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      {photos.map((photo) => (
        <PhotoView key={photo.id} photo={photo} name={member.name} />
      ))}
      <div className={classes.empty}>
        {photos.length === 0 && <IconPhotoPlus size={28} aria-hidden />}
        {photos.length === 0 && <p>{t('photoAdd')}</p>}
        <div className={classes.adding}>
          <SegmentedControl
            size="xs"
            aria-label={t('photo')}
            data={KINDS.map((value) => ({ value, label: t(`photoKind.${value}`) }))}
            value={kind}
            onChange={(value) => setKind(KINDS.find((it) => it === value) ?? 'licence')}
          />
          <FileButton accept={PICTURES} multiple onChange={(files) => void keep(files)}>
            {(props) => (
              <Button {...props} ref={choose} size="compact-xs" variant="default" loading={isBusy}>
                {t('photoChoose')}
              </Button>
            )}
          </FileButton>
        </div>
        <p className={classes.note}>{t('photoLocal')}</p>
        {hasKeychain === false && <p className={classes.note}>{t('photoBare')}</p>}
      </div>
    </section>
  );
}

/** A picture in the clipboard goes to the card under the eye, wherever the focus is. */
function usePastedPictures(onPictures: (files: File[]) => void): void {
  const latest = useRef(onPictures);
  latest.current = onPictures;
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      const pictures = files.filter((file) => file.type.startsWith('image/'));
      if (pictures.length === 0) return;
      event.preventDefault();
      latest.current(pictures);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, []);
}
