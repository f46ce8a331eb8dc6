import { expect, it } from 'vitest';
import { isRewordedSinceApproval, statusPatch } from './approval.rules';

const by = { now: 5000, actor: '林晓燕' };

it('remembers who let an item out and when, and forgets it when the item is looked at anew', () => {
  expect(statusPatch({ status: 'review' }, 'ready', by)).toMatchObject({
    status: 'ready',
    approvedBy: '林晓燕',
    approvedAt: 5000,
    sentBackWhy: undefined,
  });
  const back = statusPatch({ status: 'ready' }, 'draft', { ...by, why: ' 价格不对 ' });
  expect(back).toMatchObject({ status: 'draft', sentBackWhy: '价格不对' });
  expect(back).toHaveProperty('approvedBy', undefined);
  expect(back).toHaveProperty('approvedAt', undefined);
});

it('keeps the first time of sending and the approval of what is called back', () => {
  expect(statusPatch({ status: 'ready' }, 'sent', by)).toMatchObject({ sentAt: 5000 });
  expect(statusPatch({ status: 'sent', sentAt: 1000 }, 'measured', by).sentAt).toBe(1000);
  const recalled = statusPatch({ status: 'sent', sentAt: 1000 }, 'ready', by);
  expect(recalled).toHaveProperty('sentAt', undefined);
  expect(recalled).not.toHaveProperty('approvedAt');
});

it('changes nothing where the status stays, and calls nobody the approver of a sending by hand', () => {
  expect(statusPatch({ status: 'draft' }, 'draft', by)).toEqual({});
  expect(statusPatch({ status: 'draft' }, 'sent', by)).not.toHaveProperty('approvedAt');
});

it('tells words changed after the approval from words changed before', () => {
  expect(isRewordedSinceApproval({ approvedAt: 10, rewordedAt: 11 })).toBe(true);
  expect(isRewordedSinceApproval({ approvedAt: 10, rewordedAt: 9 })).toBe(false);
  expect(isRewordedSinceApproval({ approvedAt: 10 })).toBe(false);
  expect(isRewordedSinceApproval({ rewordedAt: 10 })).toBe(false);
});
