import type { BatchConversion } from '@shared/domain/import/batch-conversion.rules';
import type { ImportKind } from '@shared/domain/import/import-batch.schema';
import type { ConfirmChoice } from '@shared/domain/import/plan/plan-writes';
import { type ProxyMarked, proxyMarker } from 'comlink';
import type { ConsoleDb } from '@/db/db';
import type { ImportService } from './import-service';
import type {
  Committed,
  ImportProgress,
  OpenedFile,
  OpenOptions,
  PlanChoices,
  PlanFilter,
  PlanPage,
  PlanSummary,
} from './import-types';
import type { RejectedWords } from './rejected-sheet';

type Tell = (progress: ImportProgress) => void;

/**
 * The data worker's import counter. The service behind it, with readers and phone tables, is fetched
 * when a file is likely to come, so that neither the console's start nor the file pays for it.
 */
export class ImportDesk implements ProxyMarked {
  readonly [proxyMarker] = true;
  private service: Promise<ImportService> | undefined;

  constructor(
    private readonly db: () => Promise<ConsoleDb>,
    private readonly run: (name: string, input: unknown) => Promise<unknown>,
  ) {}

  /** A file is likely to come: what reads it waits for it. */
  async warmUp(): Promise<void> {
    try {
      const [{ keepReaderReady }] = await Promise.all([
        import('./reader/read-in-worker'),
        this.staffed(),
      ]);
      keepReaderReady();
    } catch {
      // Nobody has asked for anything yet: the file that comes meets the same and says so.
    }
  }

  async open(file: File, kind: ImportKind, tell: Tell, options?: OpenOptions): Promise<OpenedFile> {
    return (await this.staffed()).open(file, kind, tell, options);
  }

  async look(kind: ImportKind, sheetIndex?: number): Promise<OpenedFile> {
    return (await this.staffed()).look(kind, sheetIndex);
  }

  async forgetColumns(): Promise<OpenedFile> {
    return (await this.staffed()).forgetColumns();
  }

  async plan(choices: PlanChoices, tell: Tell): Promise<PlanSummary> {
    return (await this.staffed()).plan(choices, tell);
  }

  async planRows(filter: PlanFilter, offset: number, limit: number): Promise<PlanPage> {
    return (await this.staffed()).planRows(filter, offset, limit);
  }

  async findRows(
    filter: PlanFilter,
    text: string,
    offset: number,
    limit: number,
  ): Promise<PlanPage> {
    return (await this.staffed()).findRows(filter, text, offset, limit);
  }

  async decide(places: readonly number[], choice: ConfirmChoice | undefined): Promise<void> {
    (await this.staffed()).decide(places, choice);
  }

  async commit(choice: ConfirmChoice, tell: Tell): Promise<Committed> {
    return (await this.staffed()).commit(choice, tell);
  }

  /** How far the members of an import have come since; for the history. */
  async batchConversion(batchId: string): Promise<BatchConversion> {
    const [{ storedConversion }, db] = await Promise.all([
      import('./stored-conversion'),
      this.db(),
    ]);
    return storedConversion(db, batchId);
  }

  async rejectedSheet(words: RejectedWords): Promise<Uint8Array<ArrayBuffer>> {
    return (await this.staffed()).rejectedSheet(words);
  }

  async discard(): Promise<void> {
    if (this.service) (await this.service).discard();
  }

  /** Told by the door after each commit. */
  onCommit(entities: readonly string[]): void {
    void this.service?.then(
      (service) => service.onCommit(entities),
      () => undefined,
    );
  }

  private staffed(): Promise<ImportService> {
    this.service ??= this.hire().catch((error: unknown) => {
      this.service = undefined;
      throw error;
    });
    return this.service;
  }

  private async hire(): Promise<ImportService> {
    const [{ ImportService }, { readInWorker }, db] = await Promise.all([
      import('./import-service'),
      import('./reader/read-in-worker'),
      this.db(),
    ]);
    const commit = ({ name, input }: { name: string; input: unknown }) =>
      this.run(name, input) as Promise<{ batchId: string }>;
    return new ImportService(db, readInWorker, commit);
  }
}
