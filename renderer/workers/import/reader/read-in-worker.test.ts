import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepReaderReady, type ReaderAnswer, readInWorker } from './read-in-worker';

/** The platform's worker, which Node has not: remembers what was asked and answers when told to. */
class TestWorker {
  static started: TestWorker[] = [];
  asked = 0;
  isOver = false;
  onmessage: ((event: { data: ReaderAnswer }) => void) | undefined;
  onerror: ((event: { message: string }) => void) | undefined;
  constructor() {
    TestWorker.started.push(this);
  }
  postMessage(): void {
    this.asked += 1;
  }
  terminate(): void {
    this.isOver = true;
  }
}

const FILE = { sheets: [], encoding: undefined, encodings: [] };
const bytes = () => new Uint8Array([80, 75, 3, 4]);
const last = () => TestWorker.started.at(-1);

describe('the reader beside the worker', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('Worker', TestWorker);
    TestWorker.started = [];
  });
  afterEach(() => {
    vi.runAllTimers();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('waits once it was called for, and goes with its file', async () => {
    keepReaderReady();
    keepReaderReady();
    expect(TestWorker.started).toHaveLength(1);
    const reading = readInWorker(bytes(), 'a.xlsx', new AbortController().signal);
    expect(TestWorker.started).toHaveLength(1);
    expect(last()?.asked).toBe(1);
    last()?.onmessage?.({ data: { kind: 'read', file: FILE } });
    await expect(reading).resolves.toBe(FILE);
    expect(last()?.isOver).toBe(true);
    void readInWorker(bytes(), 'b.xlsx', new AbortController().signal);
    expect(TestWorker.started).toHaveLength(2);
    last()?.onmessage?.({ data: { kind: 'read', file: FILE } });
  });

  it('is stopped at once by a cancel, and by a file that takes too long', async () => {
    keepReaderReady();
    const stop = new AbortController();
    const cancelled = readInWorker(bytes(), 'a.xlsx', stop.signal);
    stop.abort();
    await expect(cancelled).rejects.toMatchObject({ code: 'import-cancelled' });
    expect(last()?.isOver).toBe(true);

    keepReaderReady();
    const endless = readInWorker(bytes(), 'b.xlsx', new AbortController().signal);
    last()?.onmessage?.({ data: { kind: 'begun' } });
    vi.advanceTimersByTime(60_000);
    await expect(endless).rejects.toMatchObject({ code: 'import-took-too-long' });
    expect(last()?.isOver).toBe(true);
  });

  it('that failed or waited too long is replaced', () => {
    keepReaderReady();
    last()?.onerror?.({ message: 'cannot be fetched' });
    expect(last()?.isOver).toBe(true);
    keepReaderReady();
    expect(TestWorker.started).toHaveLength(2);
    vi.advanceTimersByTime(60 * 60_000);
    expect(last()?.isOver).toBe(true);
    keepReaderReady();
    expect(TestWorker.started).toHaveLength(3);
  });
});
