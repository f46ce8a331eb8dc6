import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { GROUP_SECTIONS, groupAddress } from '@/features/group-life';
import { Page } from '@/ui/page';
import { useGroups } from '../use-groups';
import { GroupActions } from './group-actions';
import { GroupFacts, GroupTitle } from './group-head';
import { groupPageMessages } from './group-page.messages';
import classes from './group-page.module.css';
import { sections } from './sections';

/** One group: what it is, and its pages from the story to its end. */
export function GroupPage({ groupId, word }: { groupId: string; word: string | undefined }) {
  const t = useMessages(groupPageMessages);
  const groups = useGroups();
  const row = groups?.find(({ group }) => group.id === groupId);
  const offered = GROUP_SECTIONS.filter((key) => sections[key]);
  const open = offered.find((key) => key === word) ?? offered[0] ?? 'overview';
  const Section = sections[open];
  return (
    <Page
      testId="page-group"
      ready={groups !== undefined}
      title={row ? <GroupTitle group={row.group} /> : groups ? t('gone') : ''}
      subtitle={row ? <GroupFacts row={row} /> : groups && t('goneText')}
      actions={
        row && <GroupActions group={row.group} mayDissolve={sections.transfer !== undefined} />
      }
      filters={
        row && (
          <nav className={classes.tabs} aria-label={t('label')}>
            {offered.map((key) => (
              <Link
                key={key}
                href={groupAddress(groupId, key)}
                className={classes.tab}
                data-testid={`group-tab-${key}`}
                {...(key === open ? { 'aria-current': 'page' } : {})}
              >
                {t(key)}
              </Link>
            ))}
          </nav>
        )
      }
    >
      {row?.group.phase === 'dissolved' && open !== 'transfer' && (
        <p className={classes.over} data-testid="group-over">
          {t('over')} <Link href={groupAddress(groupId, 'transfer')}>{t('reopen')}</Link>
        </p>
      )}
      {row && Section && <Section key={groupId} groupId={groupId} />}
    </Page>
  );
}
