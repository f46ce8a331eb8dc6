import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { interactionsByDay } from '../model/interactions';
import type { SampleOptions } from '../model/options';
import { everybody, type Person } from '../model/people';
import { generateSales } from '../model/sales';
import { shapes } from '../shapes/all-shapes';
import type { Table } from '../shapes/cells';
import { interactionRow, interactionTable } from '../shapes/interactions';
import type { FileFormat, ShapeName } from '../shapes/shape';
import { Tally } from '../truth';
import { CsvFile } from './csv-file';
import { WorkbookFile } from './workbook-file';

export type SampleFiles = {
  folder: string;
  shape: ShapeName;
  roster: readonly FileFormat[];
  /** Absent: as the platform itself exports them. */
  orders?: readonly FileFormat[];
  interactions: number;
  /** File names without their endings, where the usual ones would not do. */
  names?: { roster: string; orders: string; interactions: string };
};

const open = (path: string, format: FileFormat, table: Table): CsvFile | WorkbookFile =>
  format === 'csv' ? new CsvFile(path, table) : new WorkbookFile(path, table);

function writeOrders(options: SampleOptions, people: readonly Person[], files: SampleFiles) {
  const tally = new Tally(people);
  const written: string[] = [];
  const outputs = shapes[files.shape].orders.flatMap((shape) =>
    (files.orders ?? [shape.format]).map((format) => {
      const base = shape.fileName === 'orders' ? files.names?.orders : undefined;
      const name = `${base ?? shape.fileName}.${format}`;
      written.push(name);
      return { shape, file: open(join(files.folder, name), format, shape.table(options)) };
    }),
  );
  for (const sales of generateSales(options, people)) {
    for (const sale of sales) {
      tally.add(sale);
      for (const { shape, file } of outputs) file.add(shape.rows(sale));
    }
  }
  for (const { file } of outputs) file.close();
  return { tally, written };
}

function writeRoster(
  options: SampleOptions,
  people: readonly Person[],
  tally: Tally,
  files: SampleFiles,
): string[] {
  const shape = shapes[files.shape].roster;
  return files.roster.map((format) => {
    const name = `${files.names?.roster ?? 'roster'}.${format}`;
    const file = open(join(files.folder, name), format, shape.table(options));
    people.forEach((person, i) => {
      if (!person.isStranger) file.add([shape.row(person, i, tally.totalsOf(i))]);
    });
    file.close();
    return name;
  });
}

function writeInteractions(options: SampleOptions, people: readonly Person[], files: SampleFiles) {
  const byKind: Record<string, number> = {};
  const name = `${files.names?.interactions ?? 'interactions'}.csv`;
  if (files.interactions === 0) return { name, count: 0, byKind };
  const file = new CsvFile(join(files.folder, name), interactionTable);
  for (const day of interactionsByDay(options, people, files.interactions)) {
    for (const { interaction, person } of day) {
      byKind[interaction.kind] = (byKind[interaction.kind] ?? 0) + 1;
      file.add([interactionRow(interaction, person)]);
    }
  }
  file.close();
  return { name, count: files.interactions, byKind };
}

/** Writes the files of one sample and says what is in them, to the fen. */
export function writeSample(requested: SampleOptions, files: SampleFiles) {
  mkdirSync(files.folder, { recursive: true });
  const options = { ...requested, hasUnpaid: shapes[files.shape].hasUnpaid };
  const people = everybody(options);
  const { tally, written: orders } = writeOrders(options, people, files);
  const roster = writeRoster(options, people, tally, files);
  const { name, ...interactions } = writeInteractions(options, people, files);
  return {
    shape: files.shape,
    files: {
      roster,
      orders,
      ...(interactions.count > 0 ? { interactions: [name] } : {}),
    },
    ...tally.truth(options),
    interactions,
  };
}

export type Truth = ReturnType<typeof writeSample>;

export function writeTruth(folder: string, truth: Truth): void {
  writeFileSync(join(folder, 'truth.json'), `${JSON.stringify(truth, null, 2)}\n`);
}
