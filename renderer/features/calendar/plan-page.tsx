import { cellKey, itemsByCell } from '@shared/domain/calendar/cell.rules';
import { offeredColumns } from '@shared/domain/calendar/column.rules';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import type { PlanWarning } from '@shared/domain/calendar/guard.types';
import { weekOf } from '@shared/domain/calendar/week.rules';
import { useCallback, useMemo, useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useLanguage } from '@/app/i18n/use-language';
import { useToday } from '@/app/use-today';
import { PlanWarnings, usePlanWarnings, useRepeatsAhead } from '@/features/content-plan';
import { Page } from '@/ui/page';
import { calendarMessages } from './calendar.messages';
import { PlanDnd } from './drag/plan-dnd';
import { EmptyWeek } from './empty-week';
import { FilterBar } from './filter/filter-bar';
import { GridContext } from './grid-context';
import { KeyboardHelp } from './keys/keyboard-help';
import { usePlanKeys } from './keys/use-plan-keys';
import { type ItemLook, LookContext } from './look-context';
import { ItemPanel } from './panel/item-panel';
import { PlanActions } from './plan-actions';
import { PlanGrid } from './plan-grid';
import classes from './plan-page.module.css';
import { PlanState } from './plan-state';
import { isSamePlace } from './same-place';
import { BulkBar } from './select/bulk-bar';
import { carry } from './select/selection.rules';
import { findItem, useGridState } from './use-grid';
import { useItemActions } from './use-item-actions';
import { usePlanItems } from './use-plan-items';
import { MonthGrid } from './views/month-grid';
import { planRange } from './views/plan-range';
import { usePlan } from './views/use-plan';
import { ViewSwitch } from './views/view-switch';

/** The plan by day, week or month: made by mouse or keyboard, printed for the wall. */
export function PlanPage() {
  const t = useMessages(calendarMessages);
  const language = useLanguage();
  const today = useToday();
  const plan = usePlan(today);
  const { view, day, days, data, goTo } = plan;
  const known = usePlanItems(plan, today);
  const { items, shown, hints, columns } = known;
  const warnings = usePlanWarnings(known.ownDays, today);
  const conflictIds = useMemo(() => conflictsOf(warnings ?? []), [warnings]);
  useRepeatsAhead(days[days.length - 1] ?? day, today);
  const actions = useItemActions(today);
  const grid = useGridState({ plan, today, items: shown, actions, crowdedKeys: known.crowdedKeys });
  const { columnNames, columnRows, groupNames, isOverdue, checkOf } = known;
  const look = useMemo(
    (): ItemLook => ({
      view,
      columnNames,
      columnRows,
      groupNames,
      conflictIds,
      isOverdue,
      checkOf,
    }),
    [view, columnNames, columnRows, groupNames, conflictIds, isOverdue, checkOf],
  );
  const { api, selection } = grid;
  const [isHelpOpen, setHelpOpen] = useState(false);
  const showView = (next: typeof view) => goTo(view === 'day' ? day : grid.activeDay, next);
  usePlanKeys({
    onView: showView,
    onTurn: plan.turn,
    onToday: () => goTo(today),
    onHelp: () => setHelpOpen(true),
  });

  const meant = useCallback(
    (item: ContentItem) => (selection.selected.has(item.id) ? selection.chosen : [item]),
    [selection],
  );
  const onDrop: Parameters<typeof PlanDnd>[0]['onDrop'] = (item, target, isCopy) => {
    const moving = meant(item);
    const inCell = itemsByCell(items).get(cellKey(target)) ?? [];
    if (isCopy) void actions.copyMany(carry(moving, item, target));
    else if (moving.length > 1) {
      if (cellKey(item) !== cellKey(target)) void actions.moveMany(carry(moving, item, target));
    } else if (!isSamePlace(item, target, inCell)) void actions.move(item, target);
  };
  const openWarning = (warning: PlanWarning) => {
    selection.choose(warning.itemIds);
    if ('cell' in warning) api.focusCell(warning.cell);
  };
  const people = { groups: data?.groups ?? [], owners: known.owners };

  return (
    <Page
      testId="page-calendar"
      fill
      ready={data !== undefined}
      title={
        <>
          {t('title')} <span className={classes.range}>{planRange({ view, day }, language)}</span>
        </>
      }
      subtitle={
        <PlanState
          view={view}
          items={items}
          hints={hints}
          note={view === 'month' ? undefined : data?.plan?.note}
          isLoaded={data !== undefined}
        />
      }
      actions={<PlanActions plan={plan} today={today} />}
    >
      <LookContext value={look}>
        <GridContext value={api}>
          {selection.chosen.length > 0 ? (
            <BulkBar
              chosen={selection.chosen}
              columns={offeredColumns(columns)}
              {...people}
              actions={actions}
              onClear={selection.clear}
            />
          ) : (
            <div className={classes.tools}>
              <ViewSwitch view={view} onView={showView} />
              <FilterBar
                filter={known.filter}
                onFilter={known.setFilter}
                groups={people.groups}
                owners={known.owners}
              />
              {items.length > shown.length && (
                <span className={classes.hidden}>
                  {t('hidden', { n: items.length - shown.length })}
                </span>
              )}
              <span className={classes.space} />
              {warnings && items.length > 0 && (
                <PlanWarnings warnings={warnings} onOpen={openWarning} />
              )}
              <KeyboardHelp isOpen={isHelpOpen} onChange={setHelpOpen} />
            </div>
          )}
          {data && view === 'week' && items.length === 0 && (
            <EmptyWeek
              day={day}
              previousCount={data.previousCount}
              onCopy={() => void actions.copyLastWeek(weekOf(day))}
            />
          )}
          <PlanDnd view={view} items={shown} countOf={(item) => meant(item).length} onDrop={onDrop}>
            {view === 'month' ? (
              <MonthGrid ref={api.gridRef} day={day} today={today} items={shown} />
            ) : (
              <PlanGrid ref={api.gridRef} days={days} today={today} items={shown} />
            )}
          </PlanDnd>
          <ItemPanel
            item={findItem(items, api.openId)}
            isWriting={grid.open?.isWriting === true}
            columns={columns}
            columnRows={columnRows}
            characters={data?.characters ?? []}
            {...people}
            onClose={grid.close}
            onDuplicate={(item) => void actions.duplicate(item)}
            onRemove={api.remove}
          />
        </GridContext>
      </LookContext>
    </Page>
  );
}

const CONFLICTS: ReadonlySet<PlanWarning['kind']> = new Set(['groupSlot', 'groupDay', 'repeated']);

/** Items that somebody should look at beside the others, not for their slot's sake. */
function conflictsOf(warnings: readonly PlanWarning[]): ReadonlySet<string> {
  return new Set(warnings.flatMap(({ kind, itemIds }) => (CONFLICTS.has(kind) ? itemIds : [])));
}
