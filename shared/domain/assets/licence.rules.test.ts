import { describe, expect, it } from 'vitest';
import { groupQrState, groupQrUntil, licenceOn } from './licence.rules';

describe('a licence', () => {
  const asset = { licence: { holder: '青禾摄影', until: '2026-03-20' } };

  it('covers its last day and is over on the next', () => {
    expect(licenceOn(asset, '2026-03-20')).toMatchObject({ state: 'endsSoon', daysLeft: 0 });
    expect(licenceOn(asset, '2026-03-21')).toMatchObject({ state: 'ended', daysLeft: -1 });
  });

  it('is spoken of from fourteen days before', () => {
    expect(licenceOn(asset, '2026-03-06')).toMatchObject({ state: 'endsSoon', daysLeft: 14 });
    expect(licenceOn(asset, '2026-03-05')).toMatchObject({ state: 'valid', daysLeft: 15 });
  });

  it('without an end says nothing', () => {
    expect(licenceOn({}, '2026-03-05')).toEqual({ state: 'none' });
    expect(licenceOn({ licence: { holder: '自拍' } }, '2026-03-05')).toEqual({ state: 'none' });
  });
});

describe("a group's QR code", () => {
  it('works for seven days, the day of making included', () => {
    expect(groupQrUntil('2026-02-25')).toBe('2026-03-03');
    const group = { qrAssetId: 'a', qrUntil: '2026-03-03' };
    expect(groupQrState(group, '2026-03-02')).toBe('valid');
    expect(groupQrState(group, '2026-03-03')).toBe('lastDay');
    expect(groupQrState(group, '2026-03-04')).toBe('over');
  });

  it('is undated when nobody said until when, and none without a picture', () => {
    expect(groupQrState({ qrAssetId: 'a' }, '2026-03-02')).toBe('undated');
    expect(groupQrState({ qrUntil: '2026-03-03' }, '2026-03-02')).toBe('none');
  });
});
