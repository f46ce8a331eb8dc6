import { v7 } from 'uuid';
import { openPostgres } from '../../electron/hub/database/database';
import { createInvite, join } from '../../electron/hub/service/seats/invites';
import { authenticate } from '../../electron/hub/service/seats/seat';
import { createWorkspace } from '../../electron/hub/service/workspaces';
import { migrateUp } from '../../electron/hub/store/migrate';
import type { HubTables } from '../../electron/hub/store/tables';

export type Timing = {
  token: string;
  medianUs: number;
  /** Difference of the means to a wrong secret, in standard errors (Welch's t), outliers left out. */
  t: number;
};

const WARM_UP = 300;
/** Of each kind the slowest are left out: the collector's and the system's pauses. */
const KEPT = 0.9;

/** How long it takes to recognise nobody, by what is wrong with the token; the kinds take turns. */
export async function measureTokens(url: string, rounds: number): Promise<Timing[]> {
  const database = openPostgres<HubTables>(url);
  const db = database.kysely;
  try {
    await migrateUp(db);
    const { id: workspaceId } = await createWorkspace(db, 'Timing');
    const { code } = await createInvite(db, { workspaceId, role: 'owner' });
    const request = { protocol: 1, code, deviceName: 'Timing' };
    const { token, seatId } = await join(db, request, Date.now());
    const secret = token.slice(token.lastIndexOf('.') + 1);
    const other = secret.startsWith('A') ? 'B' : 'A';
    const kinds: Record<string, () => string | undefined> = {
      'wrong secret': () => `${workspaceId}.${seatId}.${'A'.repeat(secret.length)}`,
      'wrong from its first letter': () => `${workspaceId}.${seatId}.${other}${secret.slice(1)}`,
      'wrong in its last letter': () => `${token.slice(0, -2)}${other}${token.slice(-1)}`,
      'unknown seat': () => `${workspaceId}.${v7()}.${secret}`,
      'unknown workspace': () => `${v7()}.${seatId}.${secret}`,
      nonsense: () => 'x'.repeat(token.length),
      none: () => undefined,
    };
    const taken = new Map(Object.keys(kinds).map((kind) => [kind, [] as number[]]));
    for (let round = -WARM_UP; round < rounds; round++) {
      for (const [kind, tokenOf] of Object.entries(kinds)) {
        const wrong = tokenOf();
        const from = performance.now();
        const isKnown = await authenticate(db, wrong).then(
          () => true,
          () => false,
        );
        const us = (performance.now() - from) * 1000;
        if (isKnown) throw new Error(`a token was taken for right: ${kind}`);
        if (round >= 0) taken.get(kind)?.push(us);
      }
    }
    const kept = [...taken].map(([kind, all]) => ({
      kind,
      us: all.sort((a, b) => a - b).slice(0, Math.floor(all.length * KEPT)),
    }));
    const base = kept[0]?.us ?? [];
    return kept.map(({ kind, us }) => ({
      token: kind,
      medianUs: us[Math.floor(us.length / 2)] ?? 0,
      t: welch(us, base),
    }));
  } finally {
    await database.close();
  }
}

function welch(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [momentsOf(a), momentsOf(b)];
  return (x.mean - y.mean) / Math.sqrt(x.variance / a.length + y.variance / b.length);
}

function momentsOf(values: readonly number[]) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, variance: squares / (values.length - 1) };
}
