import { useMessages } from '@/app/i18n/messages';
import { bridge } from '@/platform/bridge';
import classes from '../sync.module.css';
import { useAsked } from '../use-asked';
import { joiningMessages } from './joining.messages';

/** What opening a hub to the office network means, and where it will answer. */
export function OfficeNotice() {
  const t = useMessages(joiningMessages);
  const { answer } = useAsked('host', () => bridge.readHostedHub());
  const addresses = answer?.officeUrls ?? [];
  return (
    <div className={classes.notice}>
      <p>{t('officeWarning')}</p>
      {addresses.length > 0 && (
        <ul className={classes.addresses}>
          {addresses.map((address) => (
            <li key={address}>{address}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
