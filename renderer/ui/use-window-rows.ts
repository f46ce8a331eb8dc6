import { useCallback, useEffect, useRef, useState } from 'react';

const BLOCK = 64;

type Loaded<Answer, Row> = {
  key: string;
  version: number;
  answer: Answer;
  blocks: ReadonlyMap<number, readonly Row[]>;
};

type WindowRowsOptions<Row, Answer> = {
  /** Names the question; another key starts from the top. */
  key: string;
  /** Grows when the data behind the question changed: what is in view is asked again. */
  version: number;
  /** Nothing is asked before. */
  isEnabled: boolean;
  load: (offset: number, limit: number) => Promise<Answer & { rows: Row[] }>;
  onError: (error: unknown) => void;
};

export type WindowRows<Row, Answer> = {
  /** Of the newest answer, which may still be that of the question before. */
  answer: Answer | undefined;
  rowAt: (index: number) => Row | undefined;
  /** The table tells what is in view. */
  onRange: (from: number, to: number) => void;
};

/**
 * Rows of a list of any length, fetched by blocks as they come into view. What is on screen stays
 * until the next answer is there, so that a change never blinks.
 */
export function useWindowRows<Row, Answer extends object>(
  options: WindowRowsOptions<Row, Answer>,
): WindowRows<Row, Answer> {
  const { key, version, isEnabled, load, onError } = options;
  const [loaded, setLoaded] = useState<Loaded<Answer, Row>>();
  const range = useRef({ from: 0, to: BLOCK - 1 });
  const asked = useRef({ key: '', version: -1, blocks: new Set<number>() });
  const latest = useRef({ load, onError });
  latest.current = { load, onError };

  const ask = useCallback((first: number, last: number) => {
    const mine = asked.current;
    for (let block = first; block <= last; block += 1) mine.blocks.add(block);
    const offset = first * BLOCK;
    latest.current
      .load(offset, (last + 1) * BLOCK - offset)
      .then(({ rows, ...answer }) => {
        if (asked.current !== mine) return;
        const fresh = new Map<number, readonly Row[]>();
        for (let block = first; block <= last; block += 1) {
          const at = (block - first) * BLOCK;
          fresh.set(block, rows.slice(at, at + BLOCK));
        }
        setLoaded((before) => {
          const isSame = before?.key === mine.key && before.version === mine.version;
          const blocks = isSame ? new Map([...before.blocks, ...fresh]) : fresh;
          return {
            key: mine.key,
            version: mine.version,
            answer: answer as unknown as Answer,
            blocks,
          };
        });
      })
      .catch((error: unknown) => {
        for (let block = first; block <= last; block += 1) mine.blocks.delete(block);
        if (asked.current === mine) latest.current.onError(error);
      });
  }, []);

  useEffect(() => {
    if (!isEnabled) return;
    if (asked.current.key !== key) range.current = { from: 0, to: BLOCK - 1 };
    asked.current = { key, version, blocks: new Set() };
    ask(blockOf(range.current.from), blockOf(range.current.to));
  }, [key, version, isEnabled, ask]);

  const onRange = useCallback(
    (from: number, to: number) => {
      range.current = { from, to };
      const { blocks, key: askedKey } = asked.current;
      if (askedKey === '') return;
      const missing: number[] = [];
      for (let block = blockOf(from); block <= blockOf(to); block += 1) {
        if (!blocks.has(block)) missing.push(block);
      }
      const [first] = missing;
      const last = missing[missing.length - 1];
      if (first !== undefined && last !== undefined) ask(first, last);
    },
    [ask],
  );

  const rowAt = useCallback(
    (index: number) => loaded?.blocks.get(blockOf(index))?.[index % BLOCK],
    [loaded],
  );
  return { answer: loaded?.answer, rowAt, onRange };
}

const blockOf = (index: number) => Math.floor(Math.max(0, index) / BLOCK);
