import type { Context } from 'hono';
import { authenticate, type Seat } from '../service/seats/seat';
import { Seen } from '../service/seats/seen';
import type { Store } from '../store/tables';
import { addressOf } from './address';
import { refusalOf, refused } from './answers';
import { Bells } from './bells';
import type { HubParts, NodeBindings } from './parts';
import { AtWork, Buckets, type HubRates, RATES } from './rates';
import { isBusy } from './retry';

type RateKind = Exclude<keyof HubRates, 'atOnce'>;
export type HubContext = Context<{ Bindings: NodeBindings }>;

const BEARER = /^Bearer +(\S+)$/i;

export const bearerOf = (header: string | undefined): string | undefined =>
  BEARER.exec(header ?? '')?.[1];

/** What all routes of one hub share. */
export class Desk {
  readonly db: Store;
  readonly nowMs: () => number;
  readonly bells: Bells;
  readonly seen: Seen;
  readonly parts: HubParts;
  readonly buckets: { readonly [Kind in RateKind]: Buckets };
  readonly atWork: AtWork;

  constructor(parts: HubParts) {
    this.parts = parts;
    this.db = parts.database.kysely;
    this.nowMs = parts.nowMs ?? Date.now;
    this.bells = new Bells(parts.database, (error) => parts.log.error('bell', error));
    this.seen = new Seen(this.db);
    const rates = { ...RATES, ...parts.rates };
    this.atWork = new AtWork(rates.atOnce);
    const bucketsOf = (kind: RateKind) => new Buckets(rates[kind], this.nowMs);
    this.buckets = {
      address: bucketsOf('address'),
      seat: bucketsOf('seat'),
      strangers: bucketsOf('strangers'),
      guesses: bucketsOf('guesses'),
    };
  }

  address(c: HubContext): string {
    return addressOf(c.env?.incoming, this.parts.isBehindProxy ?? false);
  }

  /** Who asks. Those whom nobody knows are bounded more tightly, in the same words for all of them. */
  async recognise(token: string | undefined, address: string): Promise<Seat> {
    try {
      return await authenticate(this.db, token);
    } catch (error) {
      if (refusalOf(error)) this.buckets.strangers.take(address);
      throw error;
    }
  }

  /**
   * One request of a seat: who is it, what does it bring (within its size and form), is it not too
   * often, and then the work.
   */
  async forSeat<T>(
    c: HubContext,
    read: (c: HubContext) => T | Promise<T>,
    work: (seat: Seat, asked: T) => Promise<Response>,
  ): Promise<Response> {
    const address = this.address(c);
    const seat = await this.recognise(bearerOf(c.req.header('authorization')), address);
    const asked = await read(c);
    this.buckets.seat.take(`${seat.workspaceId}/${seat.seatId}`);
    this.seen.note(seat, this.nowMs());
    return work(seat, asked);
  }

  /** A refusal in its own words; of a fault only that there was one. */
  answerError(error: unknown, c: HubContext): Response {
    const refusal = refusalOf(error);
    if (refusal) return refused(refusal);
    const fields = { id: c.req.header('x-request-id') };
    if (isBusy(error)) this.parts.log.warn('database busy', fields);
    else this.parts.log.error('fault', error, fields);
    return refused({ code: 'busy' });
  }
}
