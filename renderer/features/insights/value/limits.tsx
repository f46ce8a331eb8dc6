import { useMessages } from '@/app/i18n/messages';
import { Card } from '@/ui/card';
import { valueMessages } from './value.messages';
import classes from './value-page.module.css';

type LimitsProps = { by: 'bgnbd' | 'plain'; plainPaceDays: number };

/** What the numbers do not say. */
export function Limits({ by, plainPaceDays }: LimitsProps) {
  const t = useMessages(valueMessages);
  return (
    <Card title={t('limits')}>
      <ul className={classes.limits}>
        {by === 'plain' && <li>{t('limit.plain', { days: plainPaceDays })}</li>}
        <li>{t('limit.noPromise')}</li>
        {by === 'bgnbd' && (
          <>
            <li>{t('limit.pace')}</li>
            <li>{t('limit.order')}</li>
          </>
        )}
      </ul>
    </Card>
  );
}
