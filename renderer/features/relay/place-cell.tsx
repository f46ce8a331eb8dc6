import { Button, Menu } from '@mantine/core';
import type { RelayPlace } from '@shared/domain/relay/relay-plan.rules';
import {
  IconChevronDown,
  IconUserCheck,
  IconUserPlus,
  IconUserQuestion,
  IconX,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { MemberMenuItems } from '@/features/find-member';
import type { Draft } from './draft.rules';
import { relayMessages } from './relay.messages';
import classes from './relay.module.css';

type PlaceCellProps = {
  draft: Draft;
  names: Record<string, string>;
  onPlace: (place: RelayPlace) => void;
};

const ICONS = {
  member: IconUserCheck,
  new: IconUserPlus,
  open: IconUserQuestion,
  'left-out': IconX,
} as const;

/** Whom an entry belongs to: the certain one, a candidate, somebody new, or nobody. */
export function PlaceCell({ draft, names, onPlace }: PlaceCellProps) {
  const t = useMessages(relayMessages);
  const format = useFormat();
  const [others, setOthers] = useState<Record<string, string>>({});
  const { place } = draft.row;
  const { candidates } = draft.match;
  const chosen = place.kind === 'member' ? place.memberId : undefined;
  const candidate = candidates.find(({ memberId }) => memberId === chosen);
  const name =
    chosen === undefined ? '' : (candidate?.name ?? names[chosen] ?? others[chosen] ?? chosen);
  const sign = candidate
    ? t(`sign.${candidate.sign}`)
    : t(chosen === draft.earlierId ? 'signEarlier' : 'signChosen');
  const Picture = ICONS[place.kind];
  const label = {
    member: name,
    new: t('placeNew'),
    open: `${t('placeOpen')}${candidates[0] ? ` · ${candidates[0].name}` : ''}`,
    'left-out': t('placeOut'),
  }[place.kind];
  return (
    <Menu position="bottom-end" shadow="md" width={260}>
      <Menu.Target>
        <Button
          size="compact-sm"
          variant={place.kind === 'open' ? 'light' : 'default'}
          color={place.kind === 'open' ? 'yellow' : 'gray'}
          className={classes.place}
          data-testid="relay-member"
          aria-label={`${t('placeChoose')}: ${label}`}
          leftSection={<Picture size={14} stroke={1.75} aria-hidden />}
          rightSection={<IconChevronDown size={12} aria-hidden />}
        >
          {label}
        </Button>
      </Menu.Target>
      {place.kind === 'member' && <span className={classes.sign}>{sign}</span>}
      <Menu.Dropdown>
        <Menu.Label>{t('placeChoose')}</Menu.Label>
        {candidates.map(({ memberId, name: each, phone, sign: why }) => (
          <Menu.Item
            key={memberId}
            data-testid="relay-candidate"
            onClick={() => onPlace({ kind: 'member', memberId })}
          >
            {each}{' '}
            <small>
              {phone && `${format.phone(phone)} · `}
              {t(`sign.${why}`)}
            </small>
          </Menu.Item>
        ))}
        <Menu.Item data-testid="relay-place-new" onClick={() => onPlace({ kind: 'new' })}>
          {t('placeNew')}
        </Menu.Item>
        <Menu.Item onClick={() => onPlace({ kind: 'left-out' })}>{t('placeOut')}</Menu.Item>
        <Menu.Divider />
        <MemberMenuItems
          words={{
            search: t('placeSearch'),
            hint: t('placeSearchHint'),
            nobody: t('placeNobody'),
          }}
          onPick={(member) => {
            setOthers((before) => ({ ...before, [member.id]: member.name }));
            onPlace({ kind: 'member', memberId: member.id });
          }}
        />
      </Menu.Dropdown>
    </Menu>
  );
}
