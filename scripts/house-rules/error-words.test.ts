import { expect, test } from 'vitest';
import { errorText } from '../../shared/contracts/error-text';
import { readSources } from './sources';

/** Codes as they stand in `new ExpectedError('code'` or in a choice between two of them. */
const THROWN = /new ExpectedError\(\s*([^,)]+)/g;
const CODE = /'([a-z]+(?:-[a-z]+)+)'/g;

/** Read before the test's clock runs, which measures no disk. */
const sources = readSources();

test('every error that a user can meet has its words', () => {
  const codes = sources
    .filter(({ isTest, path }) => !isTest && /^(?:electron|renderer|shared)\//.test(path))
    .flatMap(({ code, path }) =>
      [...code.matchAll(THROWN)].flatMap(([, argument = '']) =>
        [...argument.matchAll(CODE)].map((match) => ({ code: match[1] ?? '', path })),
      ),
    );
  expect(codes.length).toBeGreaterThan(10);
  const silent = codes
    .filter(({ code }) => !Object.hasOwn(errorText, code))
    .map(({ code, path }) => `${path}: give ${code} its words in shared/contracts/error-text.ts`);
  expect(silent).toEqual([]);
});
