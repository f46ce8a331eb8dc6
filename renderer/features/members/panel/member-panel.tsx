import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconTrash } from '@tabler/icons-react';
import { useRef } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { useLive } from '@/db/use-live';
import { EmptyState } from '@/ui/empty-state';
import { SidePanel } from '@/ui/side-panel';
import type { MemberFacets } from '@/workers/index/list-types';
import { removeMember } from '../members.commands';
import { readMember } from '../members.queries';
import { MemberTimeline } from '../timeline/member-timeline';
import { MemberFields } from './member-fields';
import { MemberFigures } from './member-figures';
import { MemberTags } from './member-tags';
import { panelMessages } from './panel.messages';

type MemberPanelProps = {
  memberId: string;
  facets: MemberFacets | undefined;
  onClose: () => void;
};

/** One person: figures, tags, details to edit in place, and everything that happened. */
export function MemberPanel({ memberId, facets, onClose }: MemberPanelProps) {
  const t = useMessages(panelMessages);
  const member = useLive(() => readMember(memberId), [memberId]);
  const bodyRef = useRef<HTMLDivElement | null>(null);

  if (member === undefined) return null;
  if (member === null) {
    return (
      <SidePanel
        testId="member-panel"
        label={t('unknownTitle')}
        closeLabel={t('close')}
        title=""
        onClose={onClose}
      >
        <EmptyState
          title={t('unknownTitle')}
          text={t('unknownText')}
          action={
            <Button variant="default" onClick={onClose}>
              {t('backToList')}
            </Button>
          }
        />
      </SidePanel>
    );
  }

  async function remove(name: string) {
    try {
      await execute(removeMember, { memberId, who: name });
      onClose();
      showDone(t('removed', { name }), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  }

  return (
    <SidePanel
      testId="member-panel"
      label={t('label', { name: member.name })}
      closeLabel={t('close')}
      title={member.name}
      onClose={onClose}
      bodyRef={bodyRef}
      actions={
        <Menu position="bottom-end" shadow="md">
          <Menu.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('more')}
              data-testid="member-more"
            >
              <IconDots size={18} stroke={1.75} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              color="red"
              data-testid="member-remove"
              leftSection={<IconTrash size={16} stroke={1.75} />}
              onClick={() => void remove(member.name)}
            >
              {t('remove')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      }
    >
      <MemberFigures memberId={memberId} />
      <MemberTags memberId={memberId} />
      <MemberFields member={member} facets={facets} />
      <MemberTimeline member={member} scrollRef={bodyRef} />
    </SidePanel>
  );
}
