import { Button, Checkbox } from '@mantine/core';
import type { MemberClass } from '@shared/domain/groups/member-class.schema';
import type { GroupToOpen, Placed } from '@shared/domain/groups/placement-plan.rules';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { GroupBar, openNextGroup, placingMessages } from '@/features/groups/index';
import { PersonTick } from './person-tick';
import { placementMessages } from './placement.messages';
import classes from './placement.module.css';
import type { PlanView } from './use-plan';

const MOST_LISTED = 100;

type ClassPartProps = {
  ownClass: MemberClass;
  view: PlanView;
  chosen: ReadonlySet<string>;
  onToggle: (ids: readonly string[], isIn: boolean) => void;
};

/** The people of one class: the groups they are proposed for, and those without room. */
export function ClassPart({ ownClass, view, chosen, onToggle }: ClassPartProps) {
  const t = useMessages(placementMessages);
  const format = useFormat();
  const { plan } = view;
  const placed = plan.placed.filter(({ classId }) => classId === ownClass.id);
  const waiting = plan.waiting.filter(({ classId }) => classId === ownClass.id);
  const toOpen = plan.toOpen.filter(({ classId }) => classId === ownClass.id);
  const ids = [...placed, ...waiting].map(({ memberId }) => memberId);
  if (ids.length === 0 && toOpen.length === 0) return null;
  const ticked = ids.filter((id) => chosen.has(id)).length;
  return (
    <div className={classes.classPart} data-testid="placement-class" data-class-id={ownClass.id}>
      <div className={classes.headingRow}>
        <Checkbox
          size="xs"
          label={<strong>{ownClass.name}</strong>}
          checked={ids.length > 0 && ticked === ids.length}
          indeterminate={ticked > 0 && ticked < ids.length}
          disabled={ids.length === 0}
          onChange={(event) => onToggle(ids, event.currentTarget.checked)}
        />
        <span className={classes.quiet}>
          {t('people', { count: ids.length, n: format.count(ids.length) })}
        </span>
      </div>
      {view.groups.map((row) => {
        const mine = placed.filter(({ groupId }) => groupId === row.group.id);
        if (mine.length === 0) return null;
        return (
          <ProposedGroup
            key={row.group.id}
            row={row}
            mine={mine}
            view={view}
            chosen={chosen}
            onToggle={onToggle}
          />
        );
      })}
      {waiting.length > 0 && (
        <div data-testid="placement-waiting" data-count={waiting.length}>
          <p className={classes.doubt}>
            {waiting.some(({ reason }) => reason === 'full')
              ? t('classFull', { count: format.count(waiting.length) })
              : t('classNoGroup', { count: format.count(waiting.length) })}
          </p>
          <PeopleOf
            ids={waiting.map(({ memberId }) => memberId)}
            view={view}
            chosen={chosen}
            onToggle={onToggle}
          />
        </div>
      )}
      {toOpen.map((next) => (
        <OpenNext key={next.name} next={next} />
      ))}
    </div>
  );
}

type ProposedGroupProps = Omit<ClassPartProps, 'ownClass'> & {
  row: PlanView['groups'][number];
  mine: readonly Placed[];
};

function ProposedGroup({ row, mine, view, chosen, onToggle }: ProposedGroupProps) {
  const t = useMessages(placementMessages);
  const format = useFormat();
  const { group, count } = row;
  const scanning = mine.filter(({ way }) => way === 'scan').length;
  const invited = mine.length - scanning;
  return (
    <div data-testid="placement-target" data-group-id={group.id} data-count={mine.length}>
      <div className={classes.line}>
        <span className={classes.groupName}>{group.name}</span>
        <GroupBar {...group} count={count} more={mine.length} />
        <span className={classes.number}>
          {t('filling', {
            before: format.count(count),
            more: format.count(mine.length),
            capacity: format.count(group.capacity),
          })}
        </span>
        <span className={classes.quiet}>
          {[
            scanning > 0 && t('scanning', { count: format.count(scanning) }),
            invited > 0 && t('invited', { count: format.count(invited) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      <PeopleOf
        ids={mine.map(({ memberId }) => memberId)}
        view={view}
        chosen={chosen}
        onToggle={onToggle}
      />
    </div>
  );
}

type PeopleOfProps = Omit<ClassPartProps, 'ownClass'> & { ids: readonly string[] };

function PeopleOf({ ids, view, chosen, onToggle }: PeopleOfProps) {
  const t = useMessages(placementMessages);
  const format = useFormat();
  const [listed, setListed] = useState(MOST_LISTED);
  const hidden = ids.length - listed;
  return (
    <>
      <ul className={classes.ticks}>
        {ids.slice(0, listed).map((id) => (
          <PersonTick
            key={id}
            person={view.approved.get(id)?.member}
            isChosen={chosen.has(id)}
            onToggle={onToggle}
          />
        ))}
      </ul>
      {hidden > 0 && (
        <Button size="compact-xs" variant="subtle" onClick={() => setListed(listed + MOST_LISTED)}>
          {t('morePeople', { count: format.count(hidden) })}
        </Button>
      )}
    </>
  );
}

function OpenNext({ next }: { next: GroupToOpen }) {
  const t = useMessages(placementMessages);
  const placing = useMessages(placingMessages);
  const format = useFormat();
  const open = async () => {
    try {
      await execute(openNextGroup, { classId: next.classId, name: next.name });
      showDone(t('opened', { name: next.name }), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  };
  return (
    <div className={classes.line}>
      <Button
        size="compact-sm"
        variant="light"
        leftSection={<IconPlus size={14} />}
        data-testid="placement-open-next"
        onClick={() => void open()}
      >
        {t('openNext', { name: next.name })}
      </Button>
      <span className={classes.quiet}>
        {t('openNextFor', {
          occupancy: placing('occupancy', {
            count: format.count(next.count),
            capacity: format.count(next.capacity),
          }),
        })}
      </span>
    </div>
  );
}
