import type { ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

type Answer = { id?: number; result?: unknown; error?: { message: string } };
type Waiting = { resolve: (result: unknown) => void; reject: (error: Error) => void };

/**
 * Speaks the DevTools protocol with a program started with `--remote-debugging-pipe` and the pipes
 * 3 and 4. The packaged program refuses Node's inspector (a fuse), through which Playwright would
 * attach, so this is the way to look into it as it is shipped.
 */
export class PipeClient {
  private nextId = 1;
  private readonly waiting = new Map<number, Waiting>();
  private readonly toProgram: Writable;

  constructor(child: ChildProcess) {
    this.toProgram = child.stdio[3] as Writable;
    let rest = '';
    (child.stdio[4] as Readable).setEncoding('utf8').on('data', (text: string) => {
      const messages = (rest + text).split('\0');
      rest = messages.pop() ?? '';
      for (const message of messages) this.receive(JSON.parse(message));
    });
    child.on('exit', () => {
      for (const { reject } of this.waiting.values()) reject(new Error('the program has ended'));
      this.waiting.clear();
    });
  }

  private receive({ id, result, error }: Answer): void {
    const waiting = id === undefined ? undefined : this.waiting.get(id);
    if (id === undefined || !waiting) return;
    this.waiting.delete(id);
    if (error) waiting.reject(new Error(error.message));
    else waiting.resolve(result);
  }

  send<T>(method: string, params: object = {}, sessionId?: string): Promise<T> {
    const id = this.nextId++;
    return new Promise<T>((resolve, reject) => {
      this.waiting.set(id, { resolve: (result) => resolve(result as T), reject });
      this.toProgram.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }
}
