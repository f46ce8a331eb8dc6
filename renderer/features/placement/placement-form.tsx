import { Button, Checkbox, Modal } from '@mantine/core';
import type { Group } from '@shared/domain/groups/group.schema';
import type { Member } from '@shared/domain/members/member.schema';
import type { SopRun } from '@shared/domain/sop/sop.schema';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { GroupForm, type GroupWithCount } from '@/features/groups/index';
import { GroupPicker } from './group-picker';
import { placeMembers } from './placement.commands';
import { placementMessages } from './placement.messages';
import classes from './placement.module.css';
import type { PlacementOutcome } from './placement-refusals';

const MOST_LISTED = 200;

type PlacementFormProps = {
  run: SopRun;
  waiting: readonly Member[];
  groups: readonly GroupWithCount[];
  onOutcome: (outcome: PlacementOutcome | undefined) => void;
};

/** Who goes where: people ticked, a group chosen or opened, one button. */
export function PlacementForm({ run, waiting, groups, onOutcome }: PlacementFormProps) {
  const t = useMessages(placementMessages);
  const format = useFormat();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [groupId, setGroupId] = useState<string>();
  const [isCreating, setCreating] = useState(false);
  const chosen = waiting.filter((member) => !left.has(member.id));
  const common = commonestIdentity(chosen);
  const group = groups.find((row) => row.group.id === groupId)?.group;
  const place = async (into: Group) => {
    onOutcome(undefined);
    try {
      const input = {
        runId: run.id,
        groupId: into.id,
        memberIds: chosen.map((member) => member.id),
      };
      const plan = await execute(placeMembers, input);
      const byId = new Map(chosen.map((member) => [member.id, member]));
      onOutcome({
        group: into,
        refused: plan.refused.flatMap(({ memberId, reason }) => {
          const member = byId.get(memberId);
          return member ? [{ member, reason }] : [];
        }),
      });
      if (plan.placed.length > 0) {
        const words = { count: format.count(plan.placed.length), group: into.name };
        showDone(t('placedToast', words), { undo: true });
      }
    } catch (error) {
      showProblem(error);
    }
  };
  return (
    <>
      <WaitingPeople waiting={waiting} left={left} onLeft={setLeft} />
      <div className={classes.headingRow}>
        <h4 className={classes.subheading}>{t('pickGroup')}</h4>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          onClick={() => setCreating(true)}
        >
          {t('newGroup')}
        </Button>
      </div>
      {groups.length === 0 ? (
        <p className={classes.quiet}>{t('noGroups')}</p>
      ) : (
        <GroupPicker groups={groups} likely={common} value={groupId} onChange={setGroupId} />
      )}
      <div className={classes.line}>
        <Button
          data-testid="placement-place"
          disabled={!group || chosen.length === 0}
          onClick={() => group && void place(group)}
        >
          {t('place', { count: format.count(chosen.length) })}
        </Button>
        <RegionHint group={group} chosen={chosen} />
      </div>
      <Modal opened={isCreating} onClose={() => setCreating(false)} title={t('newGroup')}>
        <GroupForm
          start={common ? { identity: common } : {}}
          onCancel={() => setCreating(false)}
          onSaved={(id) => {
            setCreating(false);
            setGroupId(id);
          }}
        />
      </Modal>
    </>
  );
}

type WaitingPeopleProps = {
  waiting: readonly Member[];
  left: ReadonlySet<string>;
  onLeft: (left: ReadonlySet<string>) => void;
};

function WaitingPeople({ waiting, left, onLeft }: WaitingPeopleProps) {
  const t = useMessages(placementMessages);
  const words = useMessages(wordsMessages);
  const toggle = (id: string, isIn: boolean) => {
    const next = new Set(left);
    if (isIn) next.delete(id);
    else next.add(id);
    onLeft(next);
  };
  const outside = waiting.filter((member) => left.has(member.id)).length;
  return (
    <div className={classes.waiting}>
      <Checkbox
        size="xs"
        label={t('selectAll')}
        checked={outside === 0}
        indeterminate={outside > 0 && outside < waiting.length}
        onChange={(event) =>
          onLeft(event.currentTarget.checked ? new Set() : new Set(waiting.map(({ id }) => id)))
        }
      />
      <ul className={classes.people}>
        {waiting.slice(0, MOST_LISTED).map((member) => (
          <li key={member.id} className={classes.personRow}>
            <Checkbox
              size="xs"
              label={member.name}
              checked={!left.has(member.id)}
              onChange={(event) => toggle(member.id, event.currentTarget.checked)}
            />
            <span className={classes.quiet}>
              {[words(`identity.${member.identity}`), member.region].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function RegionHint({ group, chosen }: { group: Group | undefined; chosen: readonly Member[] }) {
  const t = useMessages(placementMessages);
  if (!group?.region) return null;
  const others = chosen.filter((member) => member.region && member.region !== group.region);
  if (others.length === 0) return null;
  return (
    <span className={classes.quiet}>
      {t('regionDiffers', { count: String(others.length), region: group.region })}
    </span>
  );
}

/** What most of the people are, to suggest a group and to start a new one from. */
function commonestIdentity(members: readonly Member[]): Member['identity'] | undefined {
  const counts = new Map<Member['identity'], number>();
  for (const { identity } of members) counts.set(identity, (counts.get(identity) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
