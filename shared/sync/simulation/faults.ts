import { ExpectedError } from '@shared/lib/errors';
import type { HubPort } from '../hub-port';
import type { LocalPort } from '../local-port';
import type { Random } from './random';

/** The console is killed: what it committed stays, everything else is gone. */
export class Crash extends Error {}

/** How likely each thing goes wrong at each step of a round, and what is cut off right now. */
export type Weather = {
  lostRequest: number;
  lostAnswer: number;
  twice: number;
  late: number;
  crash: number;
  /** Requests do not arrive, or answers do not come back. */
  cut: 'no' | 'both' | 'answers';
};

export const CALM: Weather = {
  ...{ lostRequest: 0, lostAnswer: 0, twice: 0, late: 0, crash: 0 },
  cut: 'no',
};

type Parts = {
  weather: () => Weather;
  random: Random;
  /** A copy of a request that the network gives out some time later. */
  late: (deliver: () => Promise<unknown>) => void;
};

/** Gives other laptops a turn: rounds that run at once mix in another way each time. */
async function wait(random: Random): Promise<void> {
  for (let turns = random.int(4); turns > 0; turns--) await undefined;
}

export function faultyHubPort(hub: HubPort, { weather, random, late }: Parts): HubPort {
  const unreachable = () => new ExpectedError('hub-unreachable');
  const through = async <T>(ask: () => Promise<T>): Promise<T> => {
    const now = weather();
    await wait(random);
    if (random.chance(now.crash)) throw new Crash();
    if (now.cut === 'both' || random.chance(now.lostRequest)) {
      if (random.chance(now.late)) late(ask);
      throw unreachable();
    }
    if (random.chance(now.twice)) await ask();
    const answer = await ask();
    if (random.chance(now.late)) late(ask);
    await wait(random);
    if (now.cut === 'answers' || random.chance(now.lostAnswer)) throw unreachable();
    if (random.chance(now.crash)) throw new Crash();
    return answer;
  };
  return {
    me: () => through(() => hub.me()),
    push: (frames) => through(() => hub.push(frames)),
    pull: (query) => through(() => hub.pull(query)),
    newestCheckpoint: () => through(() => hub.newestCheckpoint()),
    checkpointPart: (id, n) => through(() => hub.checkpointPart(id, n)),
    beginCheckpoint: (start) => through(() => hub.beginCheckpoint(start)),
    putCheckpointPart: (id, n, frame) => through(() => hub.putCheckpointPart(id, n, frame)),
    finishCheckpoint: (id, parts) => through(() => hub.finishCheckpoint(id, parts)),
  };
}

/** Crashes before or after a commit, and lets the user work in the middle of a round. */
export function faultyLocalPort(
  local: LocalPort,
  { weather, random, between }: Omit<Parts, 'late'> & { between: () => void },
): LocalPort {
  const through = async <T>(work: () => Promise<T>): Promise<T> => {
    const { crash } = weather();
    await wait(random);
    between();
    if (random.chance(crash)) throw new Crash();
    const done = await work();
    if (random.chance(crash)) throw new Crash();
    return done;
  };
  return {
    place: () => local.place(),
    heardMe: (me) => through(() => local.heardMe(me)),
    outgoing: (after, maxBytes) => through(() => local.outgoing(after, maxBytes)),
    answered: (sent, results) => through(() => local.answered(sent, results)),
    keepPiece: (frame) => through(() => local.keepPiece(frame)),
    take: (frames) => through(() => local.take(frames)),
    keepCheckpointPart: (...parts) => through(() => local.keepCheckpointPart(...parts)),
    checkpointPartsHere: (manifest) => local.checkpointPartsHere(manifest),
    takeCheckpoint: (manifest) => through(() => local.takeCheckpoint(manifest)),
    renew: (why) => through(() => local.renew(why)),
    startOver: () => through(() => local.startOver()),
    agreed: (atMs) => local.agreed(atMs),
  };
}
