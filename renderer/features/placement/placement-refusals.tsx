import type { Group } from '@shared/domain/groups/group.schema';
import type { PlacementRefusal } from '@shared/domain/groups/placement.rules';
import type { Member } from '@shared/domain/members/member.schema';
import { useEffect, useRef } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { placementMessages } from './placement.messages';
import classes from './placement.module.css';

export type PlacementOutcome = {
  group: Group;
  refused: { member: Member; reason: PlacementRefusal }[];
};

const MOST_LISTED = 12;

/** Who was not placed and why, one sentence a person. */
export function PlacementRefusals({ outcome }: { outcome: PlacementOutcome }) {
  const t = useMessages(placementMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const { group, refused } = outcome;
  const hidden = refused.length - MOST_LISTED;
  const root = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new outcome is to be seen
  useEffect(() => root.current?.scrollIntoView({ block: 'nearest' }), [outcome]);
  return (
    <div ref={root} className={classes.notice} role="alert" data-testid="placement-refused">
      <strong>{t('refusedTitle', { count: format.count(refused.length) })}</strong>
      <ul className={classes.refusals}>
        {refused.slice(0, MOST_LISTED).map(({ member, reason }) => (
          <li key={member.id} data-member-id={member.id} data-reason={reason}>
            {t(`refusal.${reason}`, {
              name: member.name,
              group: group.name,
              identity: words(`identity.${member.identity}`),
              rival: words(member.identity === 'store' ? 'identity.online' : 'identity.store'),
              class: words(`identity.${group.identity}`),
              capacity: format.count(group.capacity),
            })}
          </li>
        ))}
        {hidden > 0 && <li>{t('more', { count: format.count(hidden) })}</li>}
      </ul>
    </div>
  );
}
