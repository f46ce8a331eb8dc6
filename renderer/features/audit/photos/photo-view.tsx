import { ActionIcon, Modal } from '@mantine/core';
import type { AuditPhoto } from '@shared/domain/sop/audit.schema';
import { IconTrash, IconZoomIn } from '@tabler/icons-react';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useSettings } from '@/app/settings';
import { auditMessages } from '../audit.messages';
import { removePicture } from './keep-picture';
import classes from './photos.module.css';
import { usePicture } from './use-pictures';

/** One picture, blurred under the privacy mask; or the sentence that says why it cannot be seen. */
export function PhotoView({ photo, name }: { photo: AuditPhoto; name: string }) {
  const t = useMessages(auditMessages);
  const state = usePicture(photo.id);
  const isMasked = useSettings().privacyMask === true;
  const [isBig, setBig] = useState(false);
  const remove = async () => {
    try {
      await removePicture(photo.id);
      showDone(t('photoRemovedToast'));
    } catch (error) {
      showProblem(error);
    }
  };
  return (
    <figure className={classes.photo} data-testid="audit-photo" data-state={state.kind}>
      {state.kind === 'shown' && (
        <img src={state.url} alt={t('photoOf', { name })} data-masked={isMasked} />
      )}
      {state.kind === 'elsewhere' && <p>{t('photoElsewhere')}</p>}
      {state.kind === 'refused' && <p role="alert">{state.why}</p>}
      <figcaption>
        {t(`photoKind.${photo.kind}`)}
        {state.kind === 'shown' && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t('photoBig')}
            onClick={() => setBig(true)}
          >
            <IconZoomIn size={16} />
          </ActionIcon>
        )}
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t('photoRemove')}
          data-testid="audit-photo-remove"
          onClick={() => void remove()}
        >
          <IconTrash size={16} />
        </ActionIcon>
      </figcaption>
      {state.kind === 'shown' && (
        <Modal
          opened={isBig}
          onClose={() => setBig(false)}
          title={t('photoOf', { name })}
          size="xl"
        >
          <img
            className={classes.big}
            src={state.url}
            alt={t('photoOf', { name })}
            data-masked={isMasked}
          />
        </Modal>
      )}
    </figure>
  );
}
