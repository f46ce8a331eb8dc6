import { seededRandom } from '@shared/domain/insights/ltv/seeded-draw';
import initSqlJs from 'sql.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run as cohorts } from './cohorts';
import { askOf, cdnowCsv } from './lib/cdnow.testing';
import { run as rfm } from './rfm';

type Line = readonly [customer: string, date: string, cents: number];

/** Orders of 40 people over two years: several a day, refunds as negative amounts, some for nothing. */
function randomLines(seed: number): Line[] {
  const random = seededRandom(seed);
  const below = (n: number) => Math.floor(random() * n);
  return Array.from({ length: 900 }, () => {
    const day = new Date(Date.UTC(2023, 10, 1) + below(below(2) ? 60 : 730) * 86_400_000);
    const cents = below(20) === 0 ? -below(5000) : below(20_000);
    return [`c${below(40)}`, day.toISOString().slice(0, 10), cents] as const;
  });
}

const csvOf = (lines: readonly Line[]) =>
  [
    'customer,date,amount',
    ...lines.map(([who, day, cents]) => `${who},${day},${cents / 100}`),
  ].join('\n');

const cdnowLines = (): Line[] =>
  cdnowCsv()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [who = '', day = '', amount = ''] = line.split(',');
      return [who, day, Math.round(Number(amount) * 100)];
    });

const RFM_SQL = `
  SELECT customer,
         CAST(julianday(:asOf) - julianday(MAX(date)) AS INTEGER) AS recencyDays,
         COUNT(DISTINCT date) AS distinctDays, COUNT(*) AS orders, SUM(cents) AS cents
  FROM orders WHERE date <= :asOf GROUP BY customer ORDER BY customer`;

const COHORT_SQL = `
  WITH firsts AS (SELECT customer, MIN(date) AS first FROM orders GROUP BY customer)
  SELECT strftime('%Y-%m', first) AS cohort,
         (strftime('%Y', date) - strftime('%Y', first)) * 12
           + strftime('%m', date) - strftime('%m', first) AS k,
         COUNT(DISTINCT orders.customer) AS active
  FROM orders JOIN firsts USING (customer) GROUP BY cohort, k`;

let sql: Awaited<ReturnType<typeof initSqlJs>>;
let db: InstanceType<typeof sql.Database>;
beforeAll(async () => {
  sql = await initSqlJs();
});
afterAll(() => db.close());

function ask(lines: readonly Line[], question: string): Record<string, string | number | null>[] {
  db?.close();
  db = new sql.Database();
  db.run('CREATE TABLE orders (customer TEXT, date TEXT, cents INTEGER)');
  db.run('BEGIN');
  for (const line of lines) db.run('INSERT INTO orders VALUES (?, ?, ?)', line);
  const [table] = db.exec(question);
  return (table?.values ?? []).map((row) =>
    Object.fromEntries(row.map((value, at) => [table?.columns[at] ?? '', value])),
  );
}

const SETS = [
  ['random orders', () => randomLines(11), '2025-03-31'],
  ['other random orders', () => randomLines(12), '2025-12-31'],
  ['the CDNOW sample', cdnowLines, '1998-06-30'],
] as const;

describe.each(SETS)('%s', (_, linesOf, asOf) => {
  const lines = linesOf();

  it('has the recency, frequency and money that SQL finds, to the cent', () => {
    const expected = ask(lines, RFM_SQL.replaceAll(':asOf', `'${asOf}'`));
    const found = rfm(askOf(csvOf(lines), { 'as-of': asOf }));
    expect(expected.length).toBeGreaterThan(30);
    expect([...found].sort((a, b) => (a.customer < b.customer ? -1 : 1))).toEqual(expected);
  });

  it('has the cohorts that SQL finds', () => {
    const found = cohorts(askOf(csvOf(lines)));
    const flat = Object.entries(found).flatMap(([cohort, { size, active }]) => {
      expect(size).toBe(active[0]);
      return active.flatMap((n, k) => (n > 0 ? { cohort, k, active: n } : []));
    });
    expect(flat).toEqual(ask(lines, `${COHORT_SQL} ORDER BY cohort, k`));
  });
});
