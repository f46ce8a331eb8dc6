import { lexicon } from '@shared/domain/compliance/lexicon/lexicon';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { useFormat } from '@/app/use-format';
import { Card } from '@/ui/card';
import { checkPageMessages } from './check-page.messages';
import classes from './check-page.module.css';

/** What the check looks for, on which clauses it rests, and what it cannot know. */
export function KnowsCard() {
  const t = useMessages(checkPageMessages);
  const say = useBilingual();
  const format = useFormat();
  const { families, counts, asOf } = lexicon();
  return (
    <Card title={t('knowsTitle')}>
      <p className={classes.quiet}>{t('knowsAsOf', { day: format.fullDay(asOf) })}</p>
      <table className={classes.table}>
        <thead>
          <tr>
            <th>{t('family')}</th>
            <th>{t('clause')}</th>
            <th>{t('terms')}</th>
          </tr>
        </thead>
        <tbody>
          {[...families.values()]
            .filter(({ key }) => key !== 'own' && key !== 'length')
            .map(({ key, name, clause }) => {
              const count = counts.get(key) ?? 0;
              return (
                <tr key={key}>
                  <td>{say(name)}</td>
                  <td>{say(clause)}</td>
                  <td>{count === 0 ? t('shapes') : format.count(count)}</td>
                </tr>
              );
            })}
        </tbody>
      </table>
      <p className={classes.limits}>{t('limits')}</p>
    </Card>
  );
}
