import { Button, Menu } from '@mantine/core';
import type { MatchCandidate } from '@shared/domain/group-life/roster/roster-match.rules';
import type { RosterDecision } from '@shared/domain/group-life/roster/roster-plan.rules';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { MemberMenuItems } from '@/features/find-member';
import type { RosterFace } from '@/workers/rosters/roster-types';
import { listBoxMessages } from './list-box.messages';

type PersonChoiceProps = {
  /** As the list has it. */
  name: string;
  candidates?: readonly MatchCandidate[];
  faces?: Readonly<Record<string, RosterFace>>;
  decision: RosterDecision | undefined;
  onChoose: (decision: RosterDecision) => void;
};

/** Who a name of the list is: a candidate, somebody else on record, somebody new, or nobody yet. */
export function PersonChoice(props: PersonChoiceProps) {
  const { name, candidates = [], faces = {}, decision, onChoose } = props;
  const t = useMessages(listBoxMessages);
  const format = useFormat();
  const [others, setOthers] = useState<Record<string, string>>({});
  const label =
    decision === undefined
      ? t('isOpen')
      : decision === 'new'
        ? t('asNew')
        : decision === 'unknown'
          ? t('asUnknown')
          : (faces[decision.memberId]?.name ?? others[decision.memberId] ?? '—');
  return (
    <Menu position="bottom-end" shadow="md" width={300}>
      <Menu.Target>
        <Button
          size="compact-sm"
          variant={decision === undefined ? 'light' : 'default'}
          color={decision === undefined ? 'yellow' : 'gray'}
          data-testid="list-who"
          aria-label={`${t('choose', { name })}: ${label}`}
          rightSection={<IconChevronDown size={12} aria-hidden />}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('choose', { name })}</Menu.Label>
        {candidates.map(({ memberId, reasons }) => {
          const face = faces[memberId];
          const facts = [
            face?.phone && format.phone(face.phone),
            face?.region,
            ...reasons.map((reason) => t(`by.${reason}`)),
          ];
          return (
            <Menu.Item
              key={memberId}
              data-testid="list-candidate"
              data-member-id={memberId}
              onClick={() => onChoose({ memberId })}
            >
              {face?.name ?? '—'} <small>{facts.filter(Boolean).join(' · ')}</small>
            </Menu.Item>
          );
        })}
        <Menu.Item data-testid="list-as-new" onClick={() => onChoose('new')}>
          {t('asNew')}
        </Menu.Item>
        <Menu.Item data-testid="list-as-unknown" onClick={() => onChoose('unknown')}>
          {t('asUnknown')}
        </Menu.Item>
        <Menu.Divider />
        <MemberMenuItems
          words={{ search: t('find'), hint: t('findHint'), nobody: t('nobody') }}
          testIds={{ search: 'list-find', found: 'list-found' }}
          onPick={(member) => {
            setOthers((before) => ({ ...before, [member.id]: member.name }));
            onChoose({ memberId: member.id });
          }}
        />
      </Menu.Dropdown>
    </Menu>
  );
}
