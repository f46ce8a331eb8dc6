import { type CSSProperties, type KeyboardEvent, useRef } from 'react';
import classes from './iso-cube.module.css';
import {
  cellPath,
  cornerAt,
  HALF_HEIGHT,
  HALF_WIDTH,
  pathThrough,
  type Turn,
  turnCell,
  turnedSize,
} from './iso-geometry';
import { pressable } from './press';
import { useCellCursor } from './use-cell-cursor';

export type CubeBand = { key: string; label: string };

export type CubeCell = {
  heat: number;
  value: string;
  label: string;
  onOpen?: (() => void) | undefined;
};

type IsoCubeProps = {
  label: string;
  /** From the lowest to the uppermost. */
  layers: readonly (CubeBand & { note: string })[];
  rows: readonly CubeBand[];
  columns: readonly CubeBand[];
  /** Nothing for a cell in which nobody is. */
  cellAt: (layer: string, row: string, column: string) => CubeCell | undefined;
  /** The layer that lies open. */
  open: string;
  onOpenLayer: (layer: string) => void;
  turn: Turn;
};

const GAP = 24;
const THICKNESS = 9;
const NAME_WIDTH = 184;
const BAND_WIDTH = 92;
const TOP = 14;
/** Names stand beside the slab's edge, a little below what is written along the face. */
const NAME_DROP = 6;

/**
 * Three dimensions at once: a stack of grids, one of which lies open. What is above it is lifted, as
 * one lifts the upper trays out of a crate.
 */
export function IsoCube(props: IsoCubeProps) {
  const { label, layers, rows, columns, cellAt, open, onOpenLayer, turn } = props;
  const names = useRef<SVGGElement>(null);
  const size = { columns: columns.length, rows: rows.length };
  const face = turnedSize(size, turn);
  const faceHeight = (face.columns + face.rows) * HALF_HEIGHT;
  const openAt = Math.max(
    0,
    layers.findIndex((layer) => layer.key === open),
  );
  const lift = openAt < layers.length - 1 ? faceHeight + THICKNESS : 0;
  const top = (index: number) =>
    (layers.length - 1 - index) * GAP + (index > openAt ? 0 : lift) + TOP;
  const height = top(0) + faceHeight + THICKNESS + 8;
  const left = NAME_WIDTH + Math.max(face.rows * HALF_WIDTH, 0);
  const width = left + face.columns * HALF_WIDTH + BAND_WIDTH;
  const cursor = useCellCursor(firstCell(props));

  function onNamesKey(event: KeyboardEvent) {
    const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    const next = layers[openAt + step];
    if (step === 0 || !next) return;
    event.preventDefault();
    onOpenLayer(next.key);
    names.current?.querySelector<SVGElement>(`[data-layer="${CSS.escape(next.key)}"]`)?.focus();
  }

  return (
    <svg
      className={classes.cube}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-label={label}
    >
      {layers.map((layer, index) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the layer's name is the button for keys
        <g
          key={layer.key}
          className={classes.layer}
          data-open={layer.key === open}
          style={{ transform: `translate(${left}px, ${top(index)}px)` }}
          onClick={() => onOpenLayer(layer.key)}
          onKeyDown={cursor.onKeyDown}
        >
          <Slab columns={face.columns} rows={face.rows} isOpen={layer.key === open} />
          {rows.map((row, r) =>
            columns.map((column, c) => {
              const at = turnCell(c, r, size, turn);
              const cell = cellAt(layer.key, row.key, column.key);
              const isOpen = layer.key === open;
              const stop =
                isOpen && cell?.onOpen
                  ? { ...pressable(cell.onOpen), ...cursor.cell(at.row, at.column) }
                  : {};
              return (
                <Tile
                  key={`${row.key} ${column.key}`}
                  column={at.column}
                  row={at.row}
                  cell={cell}
                  isOpen={isOpen}
                  stop={stop}
                />
              );
            }),
          )}
        </g>
      ))}
      <g ref={names} role="radiogroup" aria-label={label} onKeyDown={onNamesKey}>
        {layers.map((layer, index) => (
          // biome-ignore lint/a11y/useSemanticElements: an input cannot stand in a drawing
          <g
            key={layer.key}
            className={classes.name}
            role="radio"
            aria-checked={layer.key === open}
            tabIndex={layer.key === open ? 0 : -1}
            data-layer={layer.key}
            style={{
              transform: `translate(0px, ${top(index) + face.rows * HALF_HEIGHT + NAME_DROP}px)`,
            }}
            onClick={() => onOpenLayer(layer.key)}
          >
            <rect x={0} y={-11} width={NAME_WIDTH - 8} height={22} rx={5} />
            <text x={8} y={4}>
              {layer.label}
            </text>
            <text x={NAME_WIDTH - 16} y={4} textAnchor="end" className={classes.note}>
              {layer.note}
            </text>
          </g>
        ))}
      </g>
      <g style={{ transform: `translate(${left}px, ${top(openAt)}px)` }} className={classes.bands}>
        <Edges {...props} />
      </g>
    </svg>
  );
}

function firstCell({ rows, columns, cellAt, open, turn }: IsoCubeProps): string | undefined {
  const size = { columns: columns.length, rows: rows.length };
  for (const [r, row] of rows.entries()) {
    const c = columns.findIndex((column) => cellAt(open, row.key, column.key)?.onOpen);
    if (c < 0) continue;
    const at = turnCell(c, r, size, turn);
    return `${at.row},${at.column}`;
  }
  return undefined;
}

type SlabProps = { columns: number; rows: number; isOpen: boolean };

function Slab({ columns, rows, isOpen }: SlabProps) {
  const [leftX, leftY] = cornerAt(0, rows);
  const [frontX, frontY] = cornerAt(columns, rows);
  const [rightX, rightY] = cornerAt(columns, 0);
  const down = (y: number) => y + THICKNESS;
  return (
    <g className={classes.slab} data-open={isOpen}>
      <path
        d={pathThrough([
          [leftX, leftY],
          [frontX, frontY],
          [frontX, down(frontY)],
          [leftX, down(leftY)],
        ])}
      />
      <path
        data-shaded
        d={pathThrough([
          [frontX, frontY],
          [rightX, rightY],
          [rightX, down(rightY)],
          [frontX, down(frontY)],
        ])}
      />
    </g>
  );
}

type TileProps = {
  column: number;
  row: number;
  cell: CubeCell | undefined;
  isOpen: boolean;
  stop: object;
};

function Tile({ column, row, cell, isOpen, stop }: TileProps) {
  const [x, y] = cornerAt(column + 0.5, row + 0.5);
  return (
    <g
      className={classes.tile}
      style={{ '--heat': cell?.heat ?? 0 } as CSSProperties}
      data-empty={cell === undefined}
      {...(isOpen && cell ? { 'aria-label': cell.label } : { 'aria-hidden': true })}
      {...stop}
    >
      {cell && <title>{cell.label}</title>}
      <path d={cellPath(column, row)} />
      {isOpen && cell && (
        <text x={x} y={y + 4} textAnchor="middle">
          {cell.value}
        </text>
      )}
    </g>
  );
}

/** The bands' names along the two far edges of the open face, where nothing covers them. */
function Edges({ rows, columns, turn }: IsoCubeProps) {
  const size = { columns: columns.length, rows: rows.length };
  const isEven = turn % 2 === 0;
  const alongRight = isEven ? columns : rows;
  const alongLeft = isEven ? rows : columns;
  const rightAt = (index: number) =>
    (isEven ? turnCell(index, 0, size, turn) : turnCell(0, index, size, turn)).column;
  const leftAt = (index: number) =>
    (isEven ? turnCell(0, index, size, turn) : turnCell(index, 0, size, turn)).row;
  return (
    <>
      {alongRight.map((band, index) => {
        const [x, y] = cornerAt(rightAt(index) + 0.5, 0);
        return (
          <text key={band.key} x={x + 8} y={y - 5}>
            {band.label}
          </text>
        );
      })}
      {alongLeft.map((band, index) => {
        const [x, y] = cornerAt(0, leftAt(index) + 0.5);
        return (
          <text key={band.key} x={x - 8} y={y - 5} textAnchor="end">
            {band.label}
          </text>
        );
      })}
    </>
  );
}
