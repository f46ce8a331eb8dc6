/** After the last of several changes, and after one that brought thousands of rows. */
const REST_MS = 300;
const LONG_REST_MS = 1500;
/** How often it is looked whether a new day began or results grew old. */
const LOOK_MS = 5 * 60_000;

/** When tags are worked out: once work rests, and from time to time. */
export class TagSchedule {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private restMs = REST_MS;
  private isKept = false;

  constructor(private readonly run: () => Promise<void>) {}

  /** An operation was committed; a large one is mostly followed by others that must not wait. */
  follows(isLarge: boolean): void {
    this.restMs = isLarge ? LONG_REST_MS : REST_MS;
  }

  soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.go(), this.restMs);
  }

  keep(): void {
    if (this.isKept) return;
    this.isKept = true;
    setInterval(() => void this.go(), LOOK_MS);
    this.soon();
  }

  private async go(): Promise<void> {
    try {
      await this.run();
    } catch (error) {
      // A restore or the end of the program closes the database under the work: it begins anew then.
      if ((error as { name?: string } | null)?.name === 'DatabaseClosedError') return;
      throw error;
    }
  }
}
