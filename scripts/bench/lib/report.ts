import { cpus, totalmem } from 'node:os';
import type { Figure, Outcome } from './figures';

export type ReportParts = { name: string; outcome: Outcome; electron: string; isJson: boolean };

const describeMachine = () => {
  const [first] = cpus();
  const memoryGb = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${first?.model.trim() ?? 'unknown'}, ${memoryGb} GB, ${process.platform}`;
};

const cell = (value: number | undefined, unit: string) =>
  value === undefined ? '–' : `${value} ${unit}`;

const ratio = (value: number | undefined) => (value === undefined ? '–' : `${value} ×`);

const toRow = ([key, figure]: [string, Figure]) => [
  key,
  cell(figure.value, figure.unit),
  cell(figure.floor, figure.unit),
  ratio(figure.ratioToFloor),
  cell(figure.peer, figure.unit),
  ratio(figure.ratioToPeer),
];

function formatTable(rows: readonly string[][]): string {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => (row[at] ?? '').length)),
  );
  return rows
    .map((row) =>
      row
        .map((text, at) => text.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export function printReport({ name, outcome, electron, isJson }: ReportParts): void {
  const head = ['figure', 'value', 'floor', 'to floor', 'peer', 'to peer'];
  console.log(`\n${name}: ${outcome.dataset}`);
  console.log(`Electron ${electron}, Node ${process.versions.node}, ${describeMachine()}\n`);
  console.log(formatTable([head, ...Object.entries(outcome.figures).map(toRow)]));
  if (!isJson) return;
  const report = {
    bench: name,
    electron,
    node: process.versions.node,
    cpus: cpus().length,
    machine: describeMachine(),
    dataset: outcome.dataset,
    figures: outcome.figures,
  };
  console.log(JSON.stringify(report));
}
