import type { ComponentType } from 'react';
import { useLocation } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { AreaFrame } from '@/ui/area-frame';
import { deferred } from '@/ui/deferred';
import { PageSkeleton } from '@/ui/page-skeleton';
import { GroupPage } from './group-page/group-page';
import { groupsMessages } from './groups.messages';
import { GroupListPage } from './groups-page';

const part = (load: () => Promise<ComponentType>) => deferred(load, <PageSkeleton />).Part;

/** What lies beside the list of groups, by the second word of the address. */
const parts: Record<string, ComponentType> = {
  board: part(async () => (await import('@/features/group-board')).BoardPage),
  trust: part(async () => (await import('@/features/group-trust')).TrustPage),
  kocs: part(async () => (await import('@/features/koc')).KocsPage),
  replies: part(async () => (await import('@/features/chat-questions')).RepliesArea),
  rules: part(async () => (await import('@/features/group-rules')).RulesPage),
  classes: part(async () => (await import('./classes/classes-page')).ClassesPage),
  waiting: part(async () => (await import('./waiting/waiting-page')).WaitingPage),
  overlaps: part(async () => (await import('./overlaps/overlaps-page')).OverlapsPage),
  misplaced: part(async () => (await import('./misplaced/misplaced-page')).MisplacedPage),
};

const TABS = [
  'list',
  'board',
  'trust',
  'kocs',
  'rules',
  'replies',
  'classes',
  'waiting',
  'misplaced',
  'overlaps',
] as const;

/** The groups, whom they are for, who waits for room and who sits in the wrong one. */
export function GroupsPage() {
  const t = useMessages(groupsMessages);
  const [location] = useLocation();
  const [, , word = '', groupId = '', section] = location.split('/');
  const Part = parts[word] ?? GroupListPage;
  return (
    <AreaFrame
      label={t('tabs.label')}
      testId="groups"
      open={TABS.find((tab) => tab === word) ?? 'list'}
      tabs={TABS.map((key) => ({
        key,
        href: key === 'list' ? '/groups' : `/groups/${key}`,
        label: t(`tabs.${key}`),
      }))}
    >
      {word === 'group' ? <GroupPage groupId={groupId} word={section} /> : <Part />}
    </AreaFrame>
  );
}
