import { Button, SegmentedControl } from '@mantine/core';
import { WAKEFULNESS } from '@shared/domain/group-life/quiet.rules';
import { isPressing } from '@shared/domain/group-life/standing.rules';
import { GROUP_PHASES } from '@shared/domain/groups/group.schema';
import type { MemberClass } from '@shared/domain/groups/member-class.schema';
import { useMemo } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { FilterMenu } from '@/ui/filter-menu';
import { SearchField } from '@/ui/search-field';
import { boardMessages } from './board.messages';
import { type BoardRow, NO_CLASS, NO_FILTER } from './board.rules';
import { type BoardView, changeFilter, changeView, isFiltered } from './board-view';

const LIGHTS = ['red', 'yellow', 'green', 'grey'] as const;

type BoardFiltersProps = {
  view: BoardView;
  rows: readonly BoardRow[];
  classes: readonly MemberClass[];
  today: string;
};

/** Search, filters with how many groups each value has, and list or lanes. */
export function BoardFilters({ view, rows, classes, today }: BoardFiltersProps) {
  const t = useMessages(boardMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const counts = useMemo(() => countRows(rows, today), [rows, today]);
  const { filter } = view;
  const of = (key: string) => format.count(counts.get(key) ?? 0);
  const menus = [
    {
      field: 'phases' as const,
      label: t('phase'),
      options: GROUP_PHASES.map((value) => ({
        value,
        label: words(`groupPhase.${value}`),
        count: of(`phase ${value}`),
      })),
    },
    {
      field: 'classIds' as const,
      label: t('classOf'),
      options: [
        ...classes.map(({ id, name }) => ({ id, name })),
        { id: NO_CLASS, name: t('noClass') },
      ].map(({ id, name }) => ({ value: id, label: name, count: of(`class ${id}`) })),
    },
    {
      field: 'lights' as const,
      label: t('health'),
      options: LIGHTS.map((value) => ({
        value,
        label: t(`light.${value}`),
        count: of(`light ${value}`),
      })),
    },
    {
      field: 'states' as const,
      label: t('wake'),
      options: WAKEFULNESS.map((value) => ({
        value,
        label: t(`wake.${value}`),
        count: of(`state ${value}`),
      })),
    },
  ];
  const menuWords = {
    search: t('filterSearch'),
    nothing: t('filterNothing'),
    clear: t('filterClear'),
  };
  return (
    <>
      <SearchField
        testId="board-search"
        widthPx={220}
        label={t('search')}
        clearLabel={t('filterClear')}
        value={filter.text}
        onChange={(text) => changeFilter({ text })}
      />
      {menus.map(({ field, label, options }) => (
        <FilterMenu
          key={field}
          testId={`board-filter-${field}`}
          label={label}
          options={options}
          chosen={filter[field]}
          onChange={(chosen) => changeFilter({ [field]: chosen })}
          words={menuWords}
        />
      ))}
      <Toggle
        testId="board-undecided"
        label={t('undecided')}
        count={of('undecided')}
        isOn={filter.isUndecided}
        onChange={(isUndecided) => changeFilter({ isUndecided })}
      />
      <Toggle
        testId="board-due"
        label={t('pressing')}
        count={of('due')}
        isOn={filter.isDue}
        onChange={(isDue) => changeFilter({ isDue })}
      />
      {isFiltered(view) && (
        <Button
          size="compact-md"
          fz="var(--q-size-13)"
          variant="subtle"
          data-testid="board-all"
          onClick={() => changeFilter(NO_FILTER)}
        >
          {t('clearFilters')}
        </Button>
      )}
      <SegmentedControl
        ml="auto"
        size="xs"
        data-testid="board-shape"
        aria-label={t('shape')}
        value={view.shape}
        data={[
          { value: 'list', label: t('list') },
          { value: 'lanes', label: t('lanes') },
        ]}
        onChange={(value) => changeView({ shape: value === 'lanes' ? 'lanes' : 'list' })}
      />
    </>
  );
}

type ToggleProps = {
  testId: string;
  label: string;
  count: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
};

function Toggle({ testId, label, count, isOn, onChange }: ToggleProps) {
  return (
    <Button
      size="compact-md"
      fz="var(--q-size-13)"
      fw={400}
      variant={isOn ? 'light' : 'default'}
      aria-pressed={isOn}
      data-testid={testId}
      onClick={() => onChange(!isOn)}
    >
      {label} {count}
    </Button>
  );
}

function countRows(rows: readonly BoardRow[], today: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { group, classId, standing } of rows) {
    add(`phase ${group.phase}`);
    add(`class ${classId ?? NO_CLASS}`);
    add(`light ${standing.health.light}`);
    add(`state ${standing.quiet.state}`);
    if (standing.proposal) add('undecided');
    if (standing.due.some((thing) => isPressing(thing, today))) add('due');
  }
  return counts;
}
