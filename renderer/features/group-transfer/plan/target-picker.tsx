import { Select } from '@mantine/core';
import { freePlaces, targetsOf } from '@shared/domain/group-life/transfer-targets.rules';
import { useMemo } from 'react';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import classes from '../transfer.module.css';
import { candidateOf } from '../use-transfer';
import { useRefusalWords } from '../words/use-refusal-words';
import { planMessages } from './plan.messages';
import type { PlanLine, PlanView } from './plan-view';
import { refusalOf } from './refusal-now';

const MOST_LISTED = 20;

type TargetPickerProps = {
  view: PlanView;
  line: PlanLine;
  onPick: (groupId: string) => Promise<void>;
};

/** Only groups that take the person are offered; the others are named with why not. */
export function TargetPicker({ view, line, onPick }: TargetPickerProps) {
  const t = useMessages(planMessages);
  const format = useFormat();
  const refusal = useRefusalWords();
  const { world, group } = view;
  const { item, person } = line;
  const targets = useMemo(
    () => person && targetsOf([candidateOf(person)], { ...world, fromGroupId: group.id }),
    [person, world, group.id],
  );
  if (!targets || !person) return null;
  const current = world.roomOf(item.toGroupId);
  const no = refusalOf(line, world);
  const isOffered = targets.allowed.some((room) => room.group.id === item.toGroupId);
  const offered = [...(current && !isOffered ? [current] : []), ...targets.allowed];
  return (
    <section className={classes.stack}>
      {offered.length > 0 && (
        <Select
          label={t('goesTo')}
          searchable
          limit={50}
          allowDeselect={false}
          data-testid="transfer-target"
          data={offered.map((room) => ({
            value: room.group.id,
            label: t('free', { group: room.group.name, count: format.count(freePlaces(room)) }),
            disabled: room === current && !isOffered,
          }))}
          value={item.toGroupId ?? null}
          onChange={(id) => id && id !== item.toGroupId && void onPick(id)}
        />
      )}
      {no && (
        <p className={classes.notice} role="alert" data-reason={no.reason}>
          {t('nowRefused', { why: refusal(no, person, current?.group) })}
        </p>
      )}
      {targets.allowed.length === 0 && (
        <p className={classes.text}>
          {t('noneAllowed')} <Link href="/groups/classes">{t('openNext')}</Link>
          {t('or')} <Link href="/groups/waiting">{t('wait')}</Link>
        </p>
      )}
      {targets.refusing.length > 0 && (
        <details data-testid="transfer-refusing">
          <summary className={classes.quiet}>
            {t('refusedGroups', { count: format.count(targets.refusing.length) })}
          </summary>
          <ul className={classes.targets}>
            {targets.refusing.slice(0, MOST_LISTED).map(({ room, refused: [first] }) => (
              <li key={room.group.id} data-group-id={room.group.id} data-reason={first?.reason}>
                {first && refusal(first, person, room.group)}
              </li>
            ))}
            {targets.refusing.length > MOST_LISTED && (
              <li>{t('more', { count: format.count(targets.refusing.length - MOST_LISTED) })}</li>
            )}
          </ul>
        </details>
      )}
    </section>
  );
}
