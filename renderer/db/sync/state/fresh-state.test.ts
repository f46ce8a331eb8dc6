import type { SyncPlace } from '@shared/sync/local-port';
import { describe, expect, it } from 'vitest';
import { openTestDoor } from '../../test-db';
import { needsFreshState, noteErasedAt } from './fresh-state';

const place: SyncPlace = {
  workspaceId: 'w',
  workspaceName: '鲜果团',
  seatId: 's',
  hubUrl: 'http://hub',
  role: 'leader',
  grants: [{ scope: 'all', canWrite: true }],
  grantsVersion: 1,
  isDivided: false,
  cursor: 100,
  piecesHere: 0,
  ackedSeq: 0,
  needsCheckpoint: false,
};

describe('when a state is sent', () => {
  it('where there is none, the log since is long, or it is to be divided', async () => {
    const { db } = await openTestDoor();
    const newest = { atSeq: 90, isDivided: false };
    const plain = { isDivided: false, isErasing: false };
    expect(await needsFreshState(db, place, undefined)).toEqual(plain);
    expect(await needsFreshState(db, place, newest)).toBeUndefined();
    expect(await needsFreshState(db, { ...place, cursor: 5091 }, newest)).toEqual(plain);
    expect(await needsFreshState(db, { ...place, isDivided: true }, newest)).toEqual({
      isDivided: true,
      isErasing: false,
    });
  });

  it('after somebody was erased, so that the hub can drop the log before', async () => {
    const { db } = await openTestDoor();
    await noteErasedAt(db, 95);
    await noteErasedAt(db, 93);
    const erasing = { isDivided: false, isErasing: true };
    expect(await needsFreshState(db, place, { atSeq: 94, isDivided: false })).toEqual(erasing);
    expect(await needsFreshState(db, place, { atSeq: 95, isDivided: false })).toBeUndefined();
  });

  it('never by who does not see everything, only looks on, or has no state yet', async () => {
    const { db } = await openTestDoor();
    for (const other of [
      { grants: [{ scope: 'g-1', canWrite: true }] },
      { role: 'viewer' as const },
      { needsCheckpoint: true },
    ]) {
      expect(await needsFreshState(db, { ...place, ...other }, undefined)).toBeUndefined();
    }
  });
});
