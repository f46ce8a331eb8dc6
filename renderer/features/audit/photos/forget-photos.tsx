import { Button } from '@mantine/core';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useLive } from '@/db/use-live';
import { auditMessages } from '../audit.messages';
import { decidedPhotoCount } from '../audit.queries';
import { forgetPictures } from './keep-picture';
import classes from './photos.module.css';

/** When the work is done, the papers of those decided on need not lie here any longer. */
export function ForgetPhotos({ runId }: { runId: string }) {
  const t = useMessages(auditMessages);
  const count = useLive(() => decidedPhotoCount(runId), [runId]) ?? 0;
  if (count === 0) return null;
  const forget = async () => {
    try {
      showDone(t('photoForgottenToast', { count: await forgetPictures(runId) }));
    } catch (error) {
      showProblem(error);
    }
  };
  return (
    <div className={classes.forget} data-testid="audit-forget-photos">
      <p>{t('photoForgetAsk', { count })}</p>
      <Button size="compact-sm" variant="default" onClick={() => void forget()}>
        {t('photoForget', { count })}
      </Button>
    </div>
  );
}
