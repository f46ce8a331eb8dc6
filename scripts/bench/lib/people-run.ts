import { type BenchOptions, type Figure, makeFigure } from './figures';
import { buildPage, runPage } from './page-run';

type Told = Record<string, number>;

/** Asks the data layer on a filled folder, in a window of its own. */
export async function askPeople(
  options: BenchOptions,
  dataFolder: string,
  tasks: readonly string[],
): Promise<Told> {
  const page = await buildPage('people');
  const query = `tasks=${tasks.join(',')}`;
  return JSON.parse(await runPage(options, { page, dataFolder, query })) as Told;
}

/** One of the figures told, with its floor, its peer and what else was measured beside it. */
export function figureOf(told: Told, key: string, beside: readonly string[] = []): Figure {
  const of = (name: string) => told[name] ?? Number.NaN;
  const extras = beside.map((name) => [name, Number(of(name).toFixed(1))]);
  return makeFigure(
    of(key),
    'ms',
    { floor: of(`${key}Floor`), peer: of(`${key}Peer`) },
    Object.fromEntries(extras),
  );
}
