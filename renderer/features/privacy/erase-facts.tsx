import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import classes from './erase-facts.module.css';
import { privacyMessages } from './privacy.messages';
import type { Footprint } from './privacy.queries';

/** What goes for good and what stays, with this member's own numbers. */
export function EraseFacts({ footprint }: { footprint: Footprint }) {
  const t = useMessages(privacyMessages);
  const format = useFormat();
  const { orders, events, tags, groups, audits } = footprint;
  const sets = {
    tags: format.count(tags),
    groups: format.count(groups),
    audits: format.count(audits),
  };
  return (
    <div className={classes.facts}>
      <section data-goes>
        <h3>{t('goesTitle')}</h3>
        <ul>
          <li>{t('goesMember')}</li>
          <li>{t('goesSets', sets)}</li>
          <li>{t('goesTexts', { events: format.count(events) })}</li>
          <li>{t('goesGroups')}</li>
          <li>{t('goesPast')}</li>
        </ul>
      </section>
      <section>
        <h3>{t('staysTitle')}</h3>
        <ul>
          <li>{t('staysOrders', { orders: format.count(orders) })}</li>
          <li>{t('staysCounts')}</li>
          <li>{t('staysBackups')}</li>
          <li>{t('staysElsewhere')}</li>
          <li>{t('staysRecord')}</li>
        </ul>
      </section>
    </div>
  );
}
