import { ExpectedError } from '@shared/lib/errors';
import { type ProxyMarked, proxyMarker, transfer } from 'comlink';
import type { ListService } from '../index/list-service';
import { exportInWorker } from './export-in-worker';
import type { ExportedFile, ExportProgress, ExportRequest } from './export-types';
import type { ScreenSheet } from './screen-sheet';

/** The data worker's export counter: finds which records are meant and has them written beside it. */
export class ExportDesk implements ProxyMarked {
  readonly [proxyMarker] = true;
  private running: AbortController | undefined;

  constructor(private readonly lists: ListService) {}

  /** The bytes of the file; nothing is stored. One export at a time: a new one stops the last. */
  async run(
    request: ExportRequest,
    tell: (progress: ExportProgress) => void,
  ): Promise<ExportedFile> {
    this.cancel();
    const running = new AbortController();
    this.running = running;
    try {
      const ids = await this.idsOf(request);
      running.signal.throwIfAborted();
      const file = await exportInWorker({ ...request, ids }, tell, running.signal);
      return transfer(file, [file.bytes.buffer]);
    } finally {
      if (this.running === running) this.running = undefined;
    }
  }

  /** A table of the screen as a workbook. */
  async screenSheet(sheet: ScreenSheet): Promise<Uint8Array<ArrayBuffer>> {
    const { screenWorkbook } = await import('./screen-sheet');
    const bytes = await screenWorkbook(sheet);
    return transfer(bytes, [bytes.buffer]);
  }

  cancel(): void {
    this.running?.abort(new ExpectedError('export-cancelled'));
    this.running = undefined;
  }

  private async idsOf({ list, scope }: ExportRequest): Promise<readonly string[] | undefined> {
    if (list === 'members') return scope.memberIds ?? this.lists.memberIds(scope.members ?? {});
    if (list === 'orders' || list === 'orderTotals') return this.lists.orderIds(scope.orders ?? {});
    return undefined;
  }
}
