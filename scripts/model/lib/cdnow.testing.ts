import { readFileSync } from 'node:fs';
import { inProject } from '../../lib/project.mjs';
import type { ModelAsk } from './model-ask';

/** The CDNOW sample as the CSV that models read. */
export function cdnowCsv(): string {
  const path = inProject('shared', 'domain', 'insights', 'testing', 'cdnow-sample.txt');
  const rows = readFileSync(path, 'utf8').trim().split(/\r?\n/);
  const lines = rows.map((row) => {
    const [, customer, day = '', , dollars] = row.trim().split(/\s+/);
    return `${customer},${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)},${dollars}`;
  });
  return ['customer,date,amount', ...lines].join('\n');
}

/** A model's question without a file and a command line. */
export function askOf(text: string, options: Record<string, string> = {}): ModelAsk {
  return { readText: () => text, option: (name) => options[name], say: () => undefined };
}
