import type { Incoming } from './parts';

const UNKNOWN = 'unknown';
const V4_IN_V6 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;
/** Of an IPv6 address the network: one caller has all of it. */
const NETWORK_GROUPS = 4;

/**
 * Where a request comes from, for bounding how many; never logged. Behind a proxy it is what the
 * proxy says: the last entry, since earlier ones are the caller's own words.
 */
export function addressOf(incoming: Incoming | undefined, isBehindProxy: boolean): string {
  const named = isBehindProxy ? forwardedFor(incoming?.headers['x-forwarded-for']) : undefined;
  return networkOf(named ?? incoming?.socket?.remoteAddress ?? UNKNOWN);
}

function forwardedFor(header: string | string[] | undefined): string | undefined {
  const text = Array.isArray(header) ? header.join(',') : header;
  return text?.split(',').at(-1)?.trim() || undefined;
}

function networkOf(address: string): string {
  const v4 = V4_IN_V6.exec(address)?.[1];
  if (v4 !== undefined || !address.includes(':')) return v4 ?? address.slice(0, 64);
  const [head = ''] = address.split('::');
  return head.split(':').slice(0, NETWORK_GROUPS).join(':') || address.slice(0, 64);
}
