import type { ImportKind } from '../import-batch.schema';
import type { ColumnMapping, ImportField } from './fields';
import { foldHeader } from './header-words';

/**
 * What the leader made of a source's columns, by the columns' folded names; the second of one name
 * is `name#2`. `null`: left out on purpose.
 */
export type RememberedColumns = Record<string, ImportField | null>;

function keyOf(titles: readonly string[], column: number): string {
  const name = foldHeader(titles[column] ?? '');
  let nth = 1;
  for (let other = 0; other < column; other++) {
    if (foldHeader(titles[other] ?? '') === name) nth++;
  }
  return nth === 1 ? name : `${name}#${nth}`;
}

/** The field that a column was given the last time; undefined when nothing is remembered of it. */
export function rememberedField(
  remembered: RememberedColumns,
  titles: readonly string[],
  column: number,
): ImportField | null | undefined {
  const key = keyOf(titles, column);
  return key !== '' && Object.hasOwn(remembered, key) ? remembered[key] : undefined;
}

/** The columns where the leader decided otherwise than proposed; undefined where nowhere. */
export function columnsToRemember(
  titles: readonly string[],
  proposed: ColumnMapping,
  chosen: ColumnMapping,
): RememberedColumns | undefined {
  const decided: [string, ImportField | null][] = [];
  chosen.forEach((field, column) => {
    const key = keyOf(titles, column);
    if (key !== '' && field !== proposed[column]) decided.push([key, field]);
  });
  return decided.length > 0 ? Object.fromEntries(decided) : undefined;
}

/**
 * Files of one source have one key: the recognised source, else the columns' names in their order.
 */
export function memoryKey(
  kind: ImportKind,
  sourceId: string | undefined,
  titles: readonly string[],
): string {
  return `columns/${kind}/${sourceId ?? titles.map(foldHeader).join('|').slice(0, 500)}`;
}
