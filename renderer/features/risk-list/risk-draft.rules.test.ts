import { describe, expect, it } from 'vitest';
import { draftOf, fieldsOf } from './risk-draft.rules';

const ZONE = 'Asia/Shanghai';
const draft = (fields: object) => ({ ...draftOf({}, ZONE), reason: '恶意退款', ...fields });

describe('an entry typed into the form', () => {
  it('stores what was said and leaves the rest out', () => {
    expect(fieldsOf(draft({ name: ' 钱多多 ', phone: '138 0013 8000' }), ZONE)).toEqual({
      fields: { name: '钱多多', phone: '+8613800138000', level: 'medium', reason: '恶意退款' },
    });
  });

  it('takes a masked number as it is', () => {
    expect(fieldsOf(draft({ phone: '138****8000' }), ZONE).fields?.phone).toBe('138****8000');
  });

  it.each([
    [{ phone: '123' }, 'phone-too-short'],
    [{ phone: '', name: '' }, 'whoMissing'],
    [{ name: '钱多多', reason: ' ' }, 'reasonMissing'],
  ])('refuses %j', (fields, problem) => {
    expect(fieldsOf(draft(fields), ZONE).problem).toBe(problem);
  });

  it('counts the last day to its end and shows it again as that day', () => {
    const { fields } = fieldsOf(draft({ name: '钱多多', expiresDay: '2026-12-31' }), ZONE);
    expect(fields?.expiresAt).toBe(Date.UTC(2026, 11, 31, 16));
    expect(draftOf(fields ?? {}, ZONE).expiresDay).toBe('2026-12-31');
  });
});
