import { Button, Checkbox, SegmentedControl } from '@mantine/core';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import type { Draft } from '../experiment-draft';
import { experimentsMessages } from '../experiments.messages';
import classes from '../experiments.module.css';
import { draftMessages } from './draft.messages';
import { type GroupChoice, usePeopleOf } from './use-choice';

type GroupsFieldProps = {
  unit: Draft['unit'];
  chosen: readonly string[];
  groups: readonly GroupChoice[];
  onUnit: (unit: Draft['unit']) => void;
  onChange: (groupIds: string[]) => void;
};

/** On what the lot falls, and which groups take part. */
export function GroupsField({ unit, chosen, groups, onUnit, onChange }: GroupsFieldProps) {
  const t = useMessages(draftMessages);
  const words = useMessages(experimentsMessages);
  const format = useFormat();
  const people = usePeopleOf(chosen);
  const sizes = groups.filter(({ id }) => chosen.includes(id));
  return (
    <div className={classes.stack}>
      <div>
        <SegmentedControl
          size="xs"
          aria-label={t('unit')}
          value={unit}
          data={(['group', 'person'] as const).map((value) => ({
            value,
            label: words(`unit.${value}`),
          }))}
          onChange={(value) => onUnit(value === 'person' ? 'person' : 'group')}
        />
        <p className={classes.quiet}>{t(unit === 'group' ? 'unitGroupHint' : 'unitPersonHint')}</p>
      </div>
      {groups.length === 0 ? (
        <p className={classes.quiet}>{t('noGroups')}</p>
      ) : (
        <>
          <div className={classes.between}>
            <p className={classes.quiet} data-testid="experiment-groups-count">
              {t('groupsCount', {
                n: format.count(sizes.length),
                people: format.count(sizes.reduce((sum, { size }) => sum + size, 0)),
              })}
            </p>
            <span className={classes.row}>
              <Button
                size="compact-xs"
                variant="subtle"
                data-testid="experiment-all-groups"
                onClick={() => onChange(groups.map(({ id }) => id))}
              >
                {t('allGroups')}
              </Button>
              <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onChange([])}>
                {t('noGroup')}
              </Button>
            </span>
          </div>
          <fieldset className={classes.groups} aria-label={t('groups')}>
            {groups.map(({ id, name, size }) => (
              <Checkbox
                key={id}
                size="xs"
                label={`${name} · ${t('groupSize', { n: format.count(size) })}`}
                checked={chosen.includes(id)}
                onChange={(event) =>
                  onChange(
                    event.currentTarget.checked
                      ? [...chosen, id]
                      : chosen.filter((other) => other !== id),
                  )
                }
              />
            ))}
          </fieldset>
        </>
      )}
      {people && unit === 'person' && (
        <p className={classes.quiet}>{t('knownPeople', { n: format.count(people.people) })}</p>
      )}
      {people && unit === 'group' && people.inSeveral > 0 && (
        <p className={classes.notice} role="note">
          {t('overlap', { n: format.count(people.inSeveral) })}
        </p>
      )}
    </div>
  );
}
