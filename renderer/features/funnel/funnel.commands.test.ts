import { readReferenceLines } from '@shared/domain/funnel/funnel-references.schema';
import { beforeEach, describe, expect, it } from 'vitest';
import { allRows, openTestDoor } from '@/db/test-db';
import { saveReferenceLine } from './funnel.commands';

let desk: Awaited<ReturnType<typeof openTestDoor>>;
beforeEach(async () => {
  desk = await openTestDoor();
});

const save = async (
  templateKey: string,
  position: number,
  line?: { rate: number; source: string },
) => desk.door.run(saveReferenceLine, { templateKey, position, ...(line ? { line } : {}) });
const lines = async () =>
  readReferenceLines((await allRows(desk.db, 'modelSettings'))[0]?.settings);

describe('what others reached', () => {
  it('is one line a step of a flow, with its source', async () => {
    await save('a', 4, { rate: 0.4, source: '某篇文章' });
    await save('a', 4, { rate: 0.5, source: ' 同行 ' });
    await save('b', 4, { rate: 0.6, source: '同行' });
    expect(await lines()).toEqual([
      { templateKey: 'a', position: 4, rate: 0.5, source: '同行' },
      { templateKey: 'b', position: 4, rate: 0.6, source: '同行' },
    ]);
  });

  it('goes when it is taken away, and comes back by undo', async () => {
    await save('a', 4, { rate: 0.4, source: '某篇文章' });
    await save('a', 4);
    expect(await lines()).toEqual([]);
    await desk.door.undo();
    expect(await lines()).toHaveLength(1);
  });

  it('is never without a source or beyond everybody', async () => {
    await expect(save('a', 4, { rate: 0.4, source: ' ' })).rejects.toThrow();
    await expect(save('a', 4, { rate: 1.2, source: '同行' })).rejects.toThrow();
    expect(await lines()).toEqual([]);
  });

  it('reads nothing out of what is no list of lines', () => {
    expect(readReferenceLines(undefined)).toEqual([]);
    expect(readReferenceLines({ lines: [{ rate: 'high' }] })).toEqual([]);
  });
});
