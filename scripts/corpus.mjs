// node scripts/corpus.mjs DIR   writes odd and hostile workbooks and what must come of each
import { loadTypeScript } from './lib/load-typescript.mjs';

const folder = process.argv[2];
if (folder === undefined) {
  console.error('Name the folder to write to: node scripts/corpus.mjs DIR');
  process.exit(1);
}
/** @type {typeof import('./corpus/write-corpus.ts')} */
const { writeCorpus } = await loadTypeScript('scripts/corpus/write-corpus.ts');
console.log(`${folder}: ${writeCorpus(folder)} workbooks and expected.json`);
