import type { Op, RowChange } from '@shared/sync/op';
import { describe, expect, it } from 'vitest';
import type { Aside } from '@/db/sync/aside';
import { changesOf } from './aside.queries';

const refused = (changes: RowChange[]): Aside => {
  const op: Op = {
    seq: 7,
    id: 'op-7',
    deviceId: 'device-1',
    workspaceId: 'workspace-1',
    command: 'workspace.rename',
    at: 1,
    hlc: '0',
    schemaVersion: 7,
    changes,
    hasPayload: false,
  };
  const refusal = { code: 'forbidden', data: {} };
  return { seq: 7, at: 1, refusal, kind: 'refused', op, isTakenBack: true, kept: [] };
};

describe('what was set aside', () => {
  it('names the records that were changed, without the stamps beside them', () => {
    const named = { entity: 'workspace', id: 'workspace', set: { name: '滨江' } };
    const stamps = { entity: 'clocks', id: 'workspace.workspace', set: { since: '0' } };
    expect(changesOf(refused([named, stamps]))).toEqual([named]);
  });
});
