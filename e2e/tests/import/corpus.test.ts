import { describeError } from '@shared/contracts/error-text';
import { CORPUS } from '../../../scripts/corpus/all-cases';
import type { CorpusCase } from '../../../scripts/corpus/corpus-case';
import { windowOutcome } from '../../../scripts/corpus/window-outcome';
import { expect, test } from '../../fixtures';
import { writeInto } from '../../lib/write-file';
import { ImportScreen } from '../../pages/import-screen';

const LONGEST_MS = 2000;

const codeOf = (item: CorpusCase) => {
  const due = windowOutcome(item);
  return due.kind === 'refused' ? due.code : due.kind;
};
/** All in the language that most read; of every kind of end one in the other. */
const ONE_OF_EACH = [...new Map(CORPUS.map((item) => [codeOf(item), item])).values()];
const RUNS = [
  ['zh-CN', CORPUS],
  ['en', ONE_OF_EACH],
] as const;

/** What the window says to one workbook, and how long it took to say so. */
async function drop(screen: ImportScreen, item: CorpusCase, file: string) {
  const begun = performance.now();
  await screen.choose('members', file);
  if (windowOutcome(item).kind === 'people') {
    await screen.compare(file);
    const { total } = await screen.counts();
    return { outcome: { rows: await screen.number('rows'), total }, tookMs: 0 };
  }
  const sentence = await screen.refusalOf(file);
  return { outcome: sentence, tookMs: performance.now() - begun };
}

for (const [language, cases] of RUNS) {
  test(`every odd and hostile workbook ends as it has to in the window, in ${language}`, async ({
    startConsole,
    folder,
  }) => {
    test.setTimeout(240_000);
    const running = await startConsole({ language });
    const screen = new ImportScreen(running.page);
    await screen.open();
    const wrong: unknown[] = [];
    const slow: string[] = [];
    for (const [index, item] of cases.entries()) {
      const name = `${index}.xlsx`;
      const file = await writeInto(folder, name, Buffer.from(item.bytes()));
      const due = windowOutcome(item);
      const { outcome, tookMs } = await drop(screen, item, file);
      const wanted =
        due.kind === 'people'
          ? { rows: due.rows, total: due.rows }
          : describeError(due.code, { file: name }, language);
      if (JSON.stringify(outcome) !== JSON.stringify(wanted)) {
        wrong.push({ case: item.name, outcome, wanted });
      }
      if (tookMs > LONGEST_MS) slow.push(`${item.name}: ${Math.round(tookMs)} ms`);
      await screen.answersClicks();
    }
    expect(wrong).toEqual([]);
    expect(slow).toEqual([]);
    for (const store of ['members', 'orders', 'importBatches', 'outbox']) {
      expect(await running.countRows(store), store).toBe(0);
    }

    // The window that saw all of them still takes a good one.
    const good = await writeInto(folder, '名单.csv', '姓名,手机号\n王芳,13800138000');
    await screen.importFile('members', good);
    expect(await running.rows('members')).toMatchObject([{ name: '王芳' }]);
  });
}
