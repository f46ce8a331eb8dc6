import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { panelMessages } from './panel.messages';
import classes from './panel.module.css';

/** For a core member: the way to how they are cultivated. */
export function MemberKoc({ memberId }: { memberId: string }) {
  const t = useMessages(panelMessages);
  const koc = useLive(() => readDb.rows('kocs').get(memberId), [memberId]);
  if (!koc) return null;
  return (
    <section className={classes.section} data-testid="member-koc">
      <h3>{t('koc')}</h3>
      <Link href={`/groups/kocs/pool/${memberId}`}>{t('kocOpen')}</Link>
    </section>
  );
}
