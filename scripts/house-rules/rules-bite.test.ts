import { describe, expect, test } from 'vitest';
import { findFeatureCircles, findForbiddenImports } from './imports';
import { findBadNames, findTooLong, quantile } from './sizes';
import { makeSource } from './sources';
import { findForbiddenWords, findUnguardedWindows, findWordsInScreens } from './words';

/** A rule that never bites holds nothing: each gets a file that breaks it. */
const importing = (path: string, specifier: string) =>
  findForbiddenImports([makeSource(path, `import { a } from '${specifier}';\n`)]);

const using = (path: string, code: string) => findForbiddenWords([makeSource(path, code)]);

describe('imports', () => {
  test.each([
    ['renderer/ui/table.tsx', '@/db/db'],
    ['renderer/ui/table.tsx', '@/features/members'],
    ['renderer/features/orders/orders-page.tsx', '@/features/members/members.queries'],
    ['renderer/features/orders/orders-page.tsx', '@/app/routes'],
    ['renderer/db/db.ts', '../features/members/index'],
    ['shared/lib/time.ts', '@shared/domain/registry'],
    ['shared/domain/members/member.schema.ts', 'node:fs'],
    ['shared/lib/time.ts', 'dexie'],
    ['electron/hub/main.ts', 'electron'],
    ['electron/preload/preload.ts', '@shared/domain/registry'],
    ['electron/main/main.ts', '@/db/db'],
    ['renderer/app/main.tsx', 'electron'],
    ['e2e/tests/members/members.test.ts', '@/db/db'],
  ])('%s may not import %s', (path, specifier) => {
    expect(importing(path, specifier)).toHaveLength(1);
  });

  test.each([
    ['renderer/features/orders/orders-page.tsx', '@/features/members/index'],
    ['renderer/features/orders/orders-page.tsx', '@/ui/table'],
    ['renderer/features/orders/orders-page.tsx', './order-row'],
    ['renderer/features/orders/orders-page.tsx', '@/app/i18n/messages'],
    ['electron/preload/preload.ts', '@shared/contracts/ipc'],
  ])('%s may import %s', (path, specifier) => {
    expect(importing(path, specifier)).toEqual([]);
  });

  test('type-only, dynamic and multi-line imports are seen', () => {
    const codes = [
      "import type { A } from '@/db/db';",
      "const a = await import('@/db/db');",
      "import {\n  a,\n  b,\n} from '@/db/db';",
      "export { a } from '@/db/db';",
    ];
    for (const code of codes) {
      expect(findForbiddenImports([makeSource('renderer/ui/table.tsx', code)])).toHaveLength(1);
    }
  });

  test('features in a circle are found', () => {
    const circle = [
      makeSource('renderer/features/a/index.ts', "import { b } from '@/features/b/index';"),
      makeSource('renderer/features/b/index.ts', "import { a } from '@/features/a/index';"),
    ];
    expect(findFeatureCircles(circle)).toContain('a → b → a');
  });
});

describe('words', () => {
  test.each([
    ['electron/main/files/files.ts', 'ipcMain.handle("x", () => 1);'],
    ['renderer/features/members/members-page.tsx', 'window.qunduo.pickFiles();'],
    ['renderer/features/members/use-members.ts', 'await db.members.put(row);'],
    ['renderer/features/members/use-members.ts', 'await db.rowTable("members").delete(id);'],
    ['renderer/features/members/use-members.ts', 'await query.modify({ a: 1 });'],
    ['shared/lib/url.ts', 'URL.canParse(text);'],
    ['renderer/app/app.tsx', 'const a = <p dangerouslySetInnerHTML={{ __html: a }} />;'],
    ['shared/lib/kind.ts', 'export enum Kind { A }'],
  ])('%s may not say %s', (path, code) => {
    expect(using(path, code)).toHaveLength(1);
  });

  test('sets and comments are no writes to the database', () => {
    const code = 'const seen = new Set();\nseen.add(1);\n// db.members.put(row)\nseen.delete(1);';
    expect(using('renderer/features/members/use-members.ts', code)).toEqual([]);
  });

  test('a window without the guard is found', () => {
    const bare = makeSource('electron/main/print/window.ts', 'new BrowserWindow({ show: false });');
    expect(findUnguardedWindows([bare])).toHaveLength(1);
  });

  test.each(['<Text>成员</Text>', '<Text>Members</Text>', '<Input placeholder="Name" />'])(
    'words inside a screen are found: %s',
    (code) => {
      expect(findWordsInScreens([makeSource('renderer/ui/table.tsx', code)])).toHaveLength(1);
    },
  );
});

describe('sizes and names', () => {
  test('a long file and a badly named one are found', () => {
    expect(findTooLong([makeSource('shared/lib/long.ts', 'a;\n'.repeat(501))])).toHaveLength(1);
    expect(findTooLong([makeSource('shared/lib/long.ts', 'a;\n'.repeat(500))])).toHaveLength(0);
    expect(findBadNames([makeSource('shared/lib/moneyRules.ts', '')])).toHaveLength(1);
    expect(findBadNames([makeSource('shared/lib/money.rules.test.ts', '')])).toHaveLength(0);
  });

  test('the quantile is the length below which that share lies', () => {
    expect(quantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.5)).toBe(6);
    expect(quantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9)).toBe(10);
  });
});
