import { Radio } from '@mantine/core';
import type { MemberClass } from '@shared/domain/groups/member-class.schema';
import type { Identity } from '@shared/domain/members/member.schema';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { type GroupWithCount, placingMessages } from '@/features/groups/index';
import { placementMessages } from './placement.messages';
import classes from './placement.module.css';

type GroupPickerProps = {
  groups: readonly GroupWithCount[];
  /** What most of the people to place are; groups of that class come first. */
  likely: Identity | undefined;
  known: readonly MemberClass[];
  value: string | undefined;
  onChange: (groupId: string) => void;
};

/** The groups with their class and room, those that fit first. */
export function GroupPicker({ groups, likely, known, value, onChange }: GroupPickerProps) {
  const t = useMessages(placementMessages);
  const placing = useMessages(placingMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  if (groups.length === 0) return <p className={classes.quiet}>{t('noGroups')}</p>;
  const rank = ({ group, count }: GroupWithCount) =>
    Number(group.identity !== likely) * 2 + Number(count >= group.capacity);
  const sorted = [...groups].sort((a, b) => rank(a) - rank(b));
  return (
    <Radio.Group value={value ?? ''} onChange={onChange} aria-label={t('pickGroup')}>
      <div className={classes.groups}>
        {sorted.map(({ group, count }) => (
          <Radio.Card
            key={group.id}
            value={group.id}
            className={classes.groupCard}
            data-testid="placement-group"
            data-group-id={group.id}
          >
            <Radio.Indicator size="xs" />
            <span className={classes.groupName}>{group.name}</span>
            <span className={classes.quiet}>
              {known.find(({ id }) => id === group.classId)?.name ??
                (group.identity === 'unknown'
                  ? placing('unclassed')
                  : words(`identity.${group.identity}`))}
              {group.region && ` · ${group.region}`}
            </span>
            <span className={classes.number}>
              {placing('occupancy', {
                count: format.count(count),
                capacity: format.count(group.capacity),
              })}
            </span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}
