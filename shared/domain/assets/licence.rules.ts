import { addDays, daysBetween } from '@shared/lib/time';
import type { Asset } from './asset.schema';

/** From this many days before its end on a licence is spoken of. */
const LICENCE_NOTICE_DAYS = 14;

/**
 * How long WeChat lets a group's QR code work: the picture itself says 七天内有效. It ends at the
 * hour at which it was made, so the last whole day is the seventh, the day of making included.
 */
const GROUP_QR_DAYS = 7;

export type LicenceState = 'none' | 'valid' | 'endsSoon' | 'ended';
export type Licence = { state: LicenceState; until?: string; daysLeft?: number };

/**
 * Whether a file may be used on `day` (`YYYY-MM-DD`): the last day of the licence still counts,
 * `endsSoon` within 14 days of it. `daysLeft` counts from `day`, negative once it has ended.
 */
export function licenceOn(asset: Pick<Asset, 'licence'>, day: string): Licence {
  const until = asset.licence?.until;
  if (until === undefined) return { state: 'none' };
  const daysLeft = daysBetween(day, until);
  if (daysLeft < 0) return { state: 'ended', until, daysLeft };
  return { state: daysLeft <= LICENCE_NOTICE_DAYS ? 'endsSoon' : 'valid', until, daysLeft };
}

/** The last day on which a group's QR code works that was made on `madeOn`. */
export const groupQrUntil = (madeOn: string): string => addDays(madeOn, GROUP_QR_DAYS - 1);

export type QrState = 'none' | 'undated' | 'valid' | 'lastDay' | 'over';

/** What the picture of a group's QR code is good for on `today`. */
export function groupQrState(
  group: { qrAssetId?: string | undefined; qrUntil?: string | undefined },
  today: string,
): QrState {
  if (group.qrAssetId === undefined) return 'none';
  if (group.qrUntil === undefined) return 'undated';
  if (group.qrUntil < today) return 'over';
  return group.qrUntil === today ? 'lastDay' : 'valid';
}
