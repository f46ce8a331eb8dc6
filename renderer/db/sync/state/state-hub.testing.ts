import type {
  CheckpointManifest,
  CheckpointStart,
  Grant,
  MeAnswer,
  Role,
} from '@shared/contracts/hub-http';
import { ExpectedError } from '@shared/lib/errors';
import { decodeCheckpointPart } from '@shared/sync/checkpoint';
import type { HubPort } from '@shared/sync/hub-port';
import { maySee } from '@shared/sync/scopes';
import { v7 as uuidv7 } from 'uuid';

/** The hub's side of states, in memory: keeps parts and shows each seat those that it may see. */
export class StateHub {
  private begun: (CheckpointStart & { id: string; parts: Uint8Array<ArrayBuffer>[] }) | undefined;
  private newest: (CheckpointStart & { id: string; parts: Uint8Array<ArrayBuffer>[] }) | undefined;
  head = 0;
  /** Fails once, after so many parts were put. */
  cutAfter: number | undefined;

  get held(): readonly Uint8Array<ArrayBuffer>[] {
    return this.newest?.parts ?? [];
  }

  forget(): void {
    this.begun = undefined;
  }

  me(grants: Grant[] = [{ scope: 'all', canWrite: true }], role: Role = 'owner'): MeAnswer {
    return {
      workspaceId: 'workspace-1',
      workspaceName: '鲜果团',
      seatId: uuidv7(),
      role,
      grants,
      isDivided: this.newest?.isDivided ?? false,
      head: this.head,
      floor: 0,
      grantsVersion: 1,
      logId: 'log-1',
      now: Date.now(),
    };
  }

  seat(grants: Grant[] = [{ scope: 'all', canWrite: true }]): HubPort {
    const manifest = (): CheckpointManifest | undefined =>
      this.newest && {
        ...this.newest,
        madeAt: Date.now(),
        parts: this.newest.parts.flatMap((bytes, n) =>
          maySee(grants, decodeCheckpointPart(bytes).scopes)
            ? [{ n, bytes: bytes.byteLength }]
            : [],
        ),
      };
    return {
      me: async () => this.me(grants),
      push: () => Promise.reject(new Error('states only')),
      pull: () => Promise.reject(new Error('states only')),
      newestCheckpoint: async () => manifest(),
      checkpointPart: async (id, n) => {
        const bytes = this.newest?.id === id ? this.newest.parts[n] : undefined;
        if (!bytes) throw new ExpectedError('not-found');
        return bytes;
      },
      beginCheckpoint: async (start) => {
        this.begun = { ...start, id: uuidv7(), parts: [] };
        return { id: this.begun.id };
      },
      putCheckpointPart: async (id, n, bytes) => {
        if (this.begun?.id !== id) throw new ExpectedError('not-found');
        if (this.cutAfter !== undefined && this.begun.parts.length >= this.cutAfter) {
          this.cutAfter = undefined;
          throw new ExpectedError('hub-unreachable');
        }
        this.begun.parts[n] = bytes;
      },
      finishCheckpoint: async (id, parts) => {
        if (this.begun?.id !== id || this.begun.parts.length !== parts) {
          throw new ExpectedError('not-found');
        }
        this.newest = this.begun;
        this.begun = undefined;
      },
    };
  }
}
