import { Button, Checkbox, NumberInput, SegmentedControl } from '@mantine/core';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import type { Draft } from '../experiment-draft';
import { experimentsMessages } from '../experiments.messages';
import classes from '../experiments.module.css';
import { draftMessages } from './draft.messages';
import { chosenGroups, type GroupChoice, usePeopleOf } from './use-choice';

type GroupsFieldProps = {
  unit: Draft['unit'];
  chosen: readonly string[];
  groups: readonly GroupChoice[];
  /** Sizes that the leader counted, by group. */
  counted: Readonly<Record<string, number>>;
  onUnit: (unit: Draft['unit']) => void;
  onChange: (groupIds: string[]) => void;
  onCount: (counted: Record<string, number>) => void;
};

/** On what the lot falls, and which groups take part. */
export function GroupsField(props: GroupsFieldProps) {
  const { unit, chosen, groups, counted, onUnit, onChange, onCount } = props;
  const t = useMessages(draftMessages);
  const words = useMessages(experimentsMessages);
  const format = useFormat();
  const people = usePeopleOf(chosen);
  const sizes = chosenGroups(groups, chosen, counted);
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
              <div key={id} className={classes.group}>
                <Checkbox
                  size="xs"
                  label={name}
                  checked={chosen.includes(id)}
                  onChange={(event) =>
                    onChange(
                      event.currentTarget.checked
                        ? [...chosen, id]
                        : chosen.filter((other) => other !== id),
                    )
                  }
                />
                <NumberInput
                  size="xs"
                  hideControls
                  allowDecimal={false}
                  min={0}
                  max={100_000}
                  aria-label={t('groupSize', { name })}
                  disabled={unit === 'person'}
                  value={counted[id] ?? size}
                  onChange={(value) => {
                    const { [id]: _before, ...others } = counted;
                    onCount(
                      value === '' || value === size ? others : { ...others, [id]: Number(value) },
                    );
                  }}
                />
              </div>
            ))}
          </fieldset>
          {unit === 'group' && <p className={classes.quiet}>{t('groupSizeHint')}</p>}
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
