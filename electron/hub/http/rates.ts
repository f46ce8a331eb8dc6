import { refuse } from '../service/refuse';

/** So many at once, and so many more each second. */
export type Rate = { burst: number; perSecond: number };

export type HubRates = {
  /** Requests of one address at work at the same moment; an office shares one. */
  atOnce: number;
  /** Everything from one address. */
  address: Rate;
  seat: Rate;
  /** Tokens that fit no seat, by address. */
  strangers: Rate;
  /** Invites that fit none, by address. */
  guesses: Rate;
};

export const RATES: HubRates = {
  atOnce: 128,
  address: { burst: 900, perSecond: 400 },
  seat: { burst: 400, perSecond: 120 },
  strangers: { burst: 60, perSecond: 2 },
  guesses: { burst: 20, perSecond: 0.1 },
};

const MAX_KEYS = 50_000;
type Bucket = { left: number; atMs: number };

/** Buckets of tokens, one for each address or seat; in this process alone. */
export class Buckets {
  private readonly rate: Rate;
  private readonly nowMs: () => number;
  private readonly buckets = new Map<string, Bucket>();

  constructor(rate: Rate, nowMs: () => number) {
    this.rate = rate;
    this.nowMs = nowMs;
  }

  /** Takes one, or refuses. */
  take(key: string): void {
    const bucket = this.fill(key);
    if (bucket.left < 1) refuse('rate-limited');
    bucket.left -= 1;
  }

  /** For what turned out to be welcome. */
  giveBack(key: string): void {
    const bucket = this.fill(key);
    bucket.left = Math.min(this.rate.burst, bucket.left + 1);
  }

  private fill(key: string): Bucket {
    const nowMs = this.nowMs();
    const { burst, perSecond } = this.rate;
    const held = this.buckets.get(key);
    // The oldest are full again by now, or nearly.
    this.buckets.delete(key);
    if (this.buckets.size >= MAX_KEYS) this.forgetOldest();
    const gained = held ? (Math.max(0, nowMs - held.atMs) / 1000) * perSecond : burst;
    const bucket = { left: Math.min(burst, (held?.left ?? 0) + gained), atMs: nowMs };
    this.buckets.set(key, bucket);
    return bucket;
  }

  private forgetOldest(): void {
    for (const key of this.buckets.keys()) {
      this.buckets.delete(key);
      return;
    }
  }
}

/** How many of each are at work; who would be one too many is refused, and holds up nobody else. */
export class AtWork {
  private readonly counts = new Map<string, number>();

  constructor(private readonly most: number) {}

  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const count = this.counts.get(key) ?? 0;
    if (count >= this.most) refuse('rate-limited');
    this.counts.set(key, count + 1);
    try {
      return await work();
    } finally {
      const left = (this.counts.get(key) ?? 1) - 1;
      if (left > 0) this.counts.set(key, left);
      else this.counts.delete(key);
    }
  }
}
