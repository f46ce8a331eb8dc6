import { formatHlc } from '@shared/sync/clock';
import { describe, expect, it } from 'vitest';
import { readStamp } from './stamp.rules';
import { shapeOf } from './value-shape.rules';

describe('a lost value is read', () => {
  it.each([
    ['orders', 'amountFen', 12_345, { kind: 'money', fen: 12_345 }],
    ['groups', 'openedAt', 1_767_225_600_000, { kind: 'moment', ms: 1_767_225_600_000 }],
    ['groups', 'capacity', 500, { kind: 'number', value: 500 }],
    ['members', 'birthday', '1990-04-01', { kind: 'day', day: '1990-04-01' }],
    ['members', 'phone', '+8613800138000', { kind: 'phone', text: '+8613800138000' }],
    ['orders', 'receiverPhone', '13800138000', { kind: 'phone', text: '13800138000' }],
    ['members', 'identity', 'store', { kind: 'word', prefix: 'identity', value: 'store' }],
    ['segments', 'identity', 'store', { kind: 'text', text: 'store' }],
    ['members', 'note', undefined, { kind: 'none' }],
    ['members', 'note', '', { kind: 'none' }],
    ['tags', 'isOff', true, { kind: 'flag', isOn: true }],
    ['replies', 'synonyms', ['a', 'b'], { kind: 'list', items: ['a', 'b'] }],
    ['groups', 'variables', { shop: 'x' }, { kind: 'whole', text: '{"shop":"x"}' }],
  ])('%s.%s', (entity, field, value, shape) => {
    expect(shapeOf(entity, field, value)).toEqual(shape);
  });
});

describe('a stamp', () => {
  it('tells when and where', () => {
    const deviceId = '0190a5b0-0000-7000-8000-000000000001';
    const at = 1_767_225_600_000;
    expect(readStamp(formatHlc(at, 3, deviceId))).toEqual({ at, deviceId });
  });

  it('that is none tells nothing', () => {
    expect(readStamp('')).toBeUndefined();
  });
});
