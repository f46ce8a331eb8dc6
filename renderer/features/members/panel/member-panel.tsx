import { ActionIcon, Button, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Member } from '@shared/domain/members/member.schema';
import { IconDots, IconEraser, IconFileTypePdf, IconPrinter, IconTrash } from '@tabler/icons-react';
import { Fragment, useEffect, useRef } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { useLive } from '@/db/use-live';
import { EraseDialog, privacyMessages } from '@/features/privacy';
import { RiskForm, RiskMark, RiskMenuItem } from '@/features/risk-list';
import { EmptyState } from '@/ui/empty-state';
import { SidePanel } from '@/ui/side-panel';
import type { MemberFacets } from '@/workers/index/list-types';
import { removeMember } from '../members.commands';
import { readMember } from '../members.queries';
import { sheetMessages } from '../sheet/sheet.messages';
import { useMemberSheet } from '../sheet/use-member-sheet';
import { MemberTimeline } from '../timeline/member-timeline';
import { MemberFields } from './member-fields';
import { MemberFigures } from './member-figures';
import { MemberGrowth } from './member-growth';
import { MemberKoc } from './member-koc';
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
  const [isErasing, erasing] = useDisclosure(false);
  const [isListing, listing] = useDisclosure(false);
  const sheet = useMemberSheet(member);
  const shownId = member?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another person is read from the top
  useEffect(() => bodyRef.current?.scrollTo({ top: 0 }), [shownId]);

  async function remove(name: string) {
    try {
      await execute(removeMember, { memberId, who: name });
      onClose();
      showDone(t('removed', { name }), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  }

  // The frame stands while a person is read: walking down the list must not make it come and go.
  return (
    <SidePanel
      testId="member-panel"
      label={member === null ? t('unknownTitle') : t('label', { name: member?.name ?? '' })}
      closeLabel={t('close')}
      title={
        member ? (
          <>
            {member.name} <RiskMark values={riskValues(member)} memberId={member.id} />
          </>
        ) : (
          ''
        )
      }
      onClose={onClose}
      bodyRef={bodyRef}
      actions={
        member && (
          <MoreMenu
            onRemove={() => void remove(member.name)}
            onErase={erasing.open}
            onList={listing.open}
            onPrint={(showIds) => void sheet.toPaper(showIds)}
            onPdf={() => void sheet.toPdf()}
          />
        )
      }
    >
      {member === null && <UnknownMember onClose={onClose} />}
      {member && isListing && (
        <RiskForm entry={{ ...riskValues(member), memberId: member.id }} onClose={listing.close} />
      )}
      {member && isErasing && (
        <EraseDialog
          member={member}
          onClose={erasing.close}
          onErased={() => {
            erasing.close();
            onClose();
          }}
        />
      )}
      {member && (
        <Fragment key={member.id}>
          <MemberFigures memberId={member.id} />
          <MemberTags memberId={member.id} />
          <MemberKoc memberId={member.id} />
          <MemberGrowth member={member} />
          <MemberFields member={member} facets={facets} />
          <MemberTimeline member={member} scrollRef={bodyRef} />
        </Fragment>
      )}
    </SidePanel>
  );
}

/** What the risk list knows people by. */
function riskValues({ name, phone, phoneMasked, wechatId, address }: Member) {
  const shown = phone ?? phoneMasked;
  return {
    name,
    ...(shown !== undefined && { phone: shown }),
    ...(wechatId !== undefined && { wechatId }),
    ...(address !== undefined && { address }),
  };
}

type MoreMenuProps = {
  onRemove: () => void;
  onErase: () => void;
  onList: () => void;
  onPrint: (showIds: boolean) => void;
  onPdf: () => void;
};

function MoreMenu({ onRemove, onErase, onList, onPrint, onPdf }: MoreMenuProps) {
  const t = useMessages(panelMessages);
  const sheet = useMessages(sheetMessages);
  const privacy = useMessages(privacyMessages);
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('more')} data-testid="member-more">
          <IconDots size={18} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          data-testid="member-print"
          leftSection={<IconPrinter size={16} stroke={1.75} />}
          onClick={() => onPrint(false)}
        >
          {sheet('print')}
        </Menu.Item>
        <Menu.Item
          data-testid="member-print-full"
          leftSection={<IconPrinter size={16} stroke={1.75} />}
          onClick={() => onPrint(true)}
        >
          {sheet('printFull')}
        </Menu.Item>
        <Menu.Item
          data-testid="member-pdf"
          leftSection={<IconFileTypePdf size={16} stroke={1.75} />}
          onClick={onPdf}
        >
          {sheet('pdf')}
        </Menu.Item>
        <RiskMenuItem onClick={onList} />
        <Menu.Item
          color="red"
          data-testid="member-remove"
          leftSection={<IconTrash size={16} stroke={1.75} />}
          onClick={onRemove}
        >
          {t('remove')}
        </Menu.Item>
        <Menu.Item
          color="red"
          data-testid="member-erase"
          leftSection={<IconEraser size={16} stroke={1.75} />}
          onClick={onErase}
        >
          {privacy('open')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function UnknownMember({ onClose }: { onClose: () => void }) {
  const t = useMessages(panelMessages);
  return (
    <EmptyState
      title={t('unknownTitle')}
      text={t('unknownText')}
      action={
        <Button variant="default" onClick={onClose}>
          {t('backToList')}
        </Button>
      }
    />
  );
}
