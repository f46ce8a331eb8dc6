import type { Rule } from '@shared/domain/rules/rule.schema';
import type { RfmSettings } from './rfm-settings.schema';

type HighLow = { r: boolean; f: boolean; m: boolean };

/**
 * The eight names of the trade: recently, often and for much, each high or low. 重要 is high money,
 * 一般 low; 价值, 发展, 保持, 挽留 tell recency and frequency apart.
 */
export const RFM_GROUPS = [
  { key: 'important-value', r: true, f: true, m: true },
  { key: 'important-develop', r: true, f: false, m: true },
  { key: 'important-keep', r: false, f: true, m: true },
  { key: 'important-win-back', r: false, f: false, m: true },
  { key: 'general-value', r: true, f: true, m: false },
  { key: 'general-develop', r: true, f: false, m: false },
  { key: 'general-keep', r: false, f: true, m: false },
  { key: 'general-win-back', r: false, f: false, m: false },
] as const satisfies readonly (HighLow & { key: string })[];

const bitsOf = ({ r, f, m }: HighLow) => (r ? 4 : 0) + (f ? 2 : 0) + (m ? 1 : 0);

/** Index into RFM_GROUPS by the three bits. */
const GROUP_OF_BITS = RFM_GROUPS.reduce((byBits, group, at) => {
  byBits[bitsOf(group)] = at;
  return byBits;
}, new Uint8Array(8));

/** Index into RFM_GROUPS for three scores of 1–5. */
export function rfmGroupOf(
  r: number,
  f: number,
  m: number,
  highFrom: RfmSettings['highFrom'],
): number {
  const bits = (r >= highFrom.r ? 4 : 0) + (f >= highFrom.f ? 2 : 0) + (m >= highFrom.m ? 1 : 0);
  return GROUP_OF_BITS[bits] ?? 0;
}

/** Finds exactly the people of a named group. */
export function rfmGroupRule(group: HighLow, highFrom: RfmSettings['highFrom']): Rule {
  const range = (isHigh: boolean, from: number) =>
    isHigh ? { min: from, max: 5 } : { min: 1, max: from - 1 };
  return {
    kind: 'rfm',
    r: range(group.r, highFrom.r),
    f: range(group.f, highFrom.f),
    m: range(group.m, highFrom.m),
  };
}
