import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { membersMessages } from './members.messages';
import classes from './members-area.module.css';

const TABS = ['list', 'segments', 'insights', 'growth', 'feelings'] as const;

/** The ways to look at people; the duplicates belong to the list. */
export function AreaTabs({ current }: { current: string }) {
  const t = useMessages(membersMessages);
  const open = current === '' || current === 'duplicates' ? 'list' : current;
  return (
    <nav className={classes.tabs} aria-label={t('tabs.label')}>
      {TABS.map((tab) => (
        <Link
          key={tab}
          href={tab === 'list' ? '/members' : `/members/${tab}`}
          className={classes.tab}
          data-testid={`members-tab-${tab}`}
          {...(tab === open ? { 'aria-current': 'page' } : {})}
        >
          {t(`tabs.${tab}`)}
        </Link>
      ))}
    </nav>
  );
}
