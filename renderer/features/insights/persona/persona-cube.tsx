import { ActionIcon, SegmentedControl } from '@mantine/core';
import { IconRotate2, IconRotateClockwise2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { ChartCard } from '@/ui/charts/chart-card';
import { HeatGrid } from '@/ui/charts/heat-grid';
import { IsoCube } from '@/ui/charts/iso-cube';
import { type Turn, turnCell } from '@/ui/charts/iso-geometry';
import { Why } from '@/ui/why';
import type { PersonaAnswer } from '@/workers/insights/insights-types';
import { useFigures } from '../figures/use-figures';
import { personaMessages } from './persona.messages';
import classes from './persona-page.module.css';
import { PersonaTable } from './persona-table';
import { AXES, type Axis, useBandNames } from './use-band-names';
import { usePersonaCells } from './use-persona-cells';

/** More would make the stack taller than a screen. */
const MOST_LAYERS = 12;
const TURNS: readonly Turn[] = [0, 1, 2, 3];
const TURN_FIRST: Turn = 0;
const QUARTERS = 4;

/** The cube, and its open layer flat beside it. */
export function PersonaCube({ answer }: { answer: PersonaAnswer }) {
  const t = useMessages(personaMessages);
  const { format, t: words, n } = useFigures();
  const names = useBandNames(answer.bands);
  const [axis, setAxis] = useState<Axis>('category');
  const [turned, setTurn] = useState<Turn>();
  const [chosen, setChosen] = useState<string>();
  const cells = usePersonaCells(answer, names);
  const [rowAxis, columnAxis] = OTHERS[axis];

  // Biggest category on top; bands from the lowest up.
  const keys = [...names[axis].keys()];
  const drawn = axis === 'category' ? keys.slice(0, MOST_LAYERS).reverse() : keys;
  const sumOf = (key: string) =>
    answer.cells.reduce((sum, cell) => sum + (cell[axis] === key ? cell.n : 0), 0);
  const open = chosen !== undefined && drawn.includes(chosen) ? chosen : fullest(drawn, sumOf);
  const drawnPeople = drawn.reduce((sum, key) => sum + sumOf(key), 0);
  const bandsOf = (of: Axis) => [...names[of]].map(([key, label]) => ({ key, label }));
  const rows = bandsOf(rowAxis);
  const columns = bandsOf(columnAxis);
  const turn = turned ?? facing(answer.cells, rows, columns, rowAxis, columnAxis);
  const cellAt = (layer: string, row: string, column: string) =>
    cells.at({ [axis]: layer, [rowAxis]: row, [columnAxis]: column } as Record<Axis, string>);
  const axisName = (of: Axis) => t(`axis.${of}`);
  const lead = [
    t('cubeLead', { axis: axisName(axis).toLowerCase() }),
    n(answer.placed),
    ...(drawn.length < keys.length
      ? [
          t('rest', {
            layers: drawn.length,
            n: format.count(answer.placed - drawnPeople),
          }),
        ]
      : []),
  ].join(' · ');
  const turnBy = (step: number) => setTurn(TURNS[(turn + step + QUARTERS) % QUARTERS] ?? 0);

  return (
    <ChartCard
      testId="persona-cube-card"
      title={t('cube')}
      why={<Why word={words('why')}>{t('cubeWhy')}</Why>}
      lead={lead}
      words={{ chart: words('chart'), table: words('table'), label: words('faceLabel') }}
      actions={
        <>
          <SegmentedControl
            size="xs"
            aria-label={t('layersBy')}
            value={axis}
            data={AXES.map((value) => ({ value, label: axisName(value) }))}
            onChange={(value) => setAxis(AXES.find((it) => it === value) ?? 'category')}
          />
          <ActionIcon variant="default" aria-label={t('turnLeft')} onClick={() => turnBy(-1)}>
            <IconRotate2 size={16} stroke={1.75} />
          </ActionIcon>
          <ActionIcon variant="default" aria-label={t('turnRight')} onClick={() => turnBy(1)}>
            <IconRotateClockwise2 size={16} stroke={1.75} />
          </ActionIcon>
        </>
      }
      chart={
        <div className={classes.cube}>
          <IsoCube
            label={t('cube')}
            layers={drawn.map((key) => ({
              key,
              label: names[axis].get(key) ?? key,
              note: format.count(sumOf(key)),
            }))}
            rows={rows}
            columns={columns}
            cellAt={cellAt}
            open={open}
            onOpenLayer={setChosen}
            turn={turn}
          />
          <div className={classes.layer}>
            <h3>{t('openLayer', { layer: names[axis].get(open) ?? open })}</h3>
            <HeatGrid
              testId="persona-layer"
              label={t('openLayer', { layer: names[axis].get(open) ?? open })}
              corner={t('layerCorner', { rows: axisName(rowAxis), columns: axisName(columnAxis) })}
              columns={columns}
              rows={(rowAxis === 'category' ? rows : [...rows].reverse()).map((row) => ({
                ...row,
                cells: columns.map((column) => {
                  const cell = cellAt(open, row.key, column.key);
                  return cell ?? { key: column.key, heat: 0, value: '·', label: '' };
                }),
              }))}
            />
          </div>
        </div>
      }
      table={<PersonaTable answer={answer} names={names} cells={cells} />}
    />
  );
}

/** Rows and columns of a layer, by what makes the layers. */
const OTHERS: Record<Axis, readonly [Axis, Axis]> = {
  category: ['frequency', 'orderValue'],
  frequency: ['category', 'orderValue'],
  orderValue: ['frequency', 'category'],
};

type Band = { key: string };

/** The quarter turn that brings most people towards the reader, where no layer hides them. */
function facing(
  cells: PersonaAnswer['cells'],
  rows: readonly Band[],
  columns: readonly Band[],
  rowAxis: Axis,
  columnAxis: Axis,
): Turn {
  const size = { rows: rows.length, columns: columns.length };
  const nearness = (turn: Turn) =>
    cells.reduce((sum, cell) => {
      const row = rows.findIndex((band) => band.key === cell[rowAxis]);
      const column = columns.findIndex((band) => band.key === cell[columnAxis]);
      const at = turnCell(column, row, size, turn);
      return sum + cell.n * (at.row + at.column);
    }, 0);
  return TURNS.reduce((best, turn) => (nearness(turn) > nearness(best) ? turn : best), TURN_FIRST);
}

const fullest = (keys: readonly string[], sumOf: (key: string) => number): string =>
  keys.reduce((best, key) => (sumOf(key) > sumOf(best) ? key : best), keys.at(-1) ?? '');
