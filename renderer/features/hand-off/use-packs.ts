import { useEffect, useState } from 'react';
import { showProblem } from '@/app/feedback';
import { consoleDb } from '@/db/db';
import type { PacksPlace } from '@/db/packs/packs-place';
import { readPacks } from '@/db/packs/packs-place';
import { readPlace } from '@/db/sync/place';
import { useLive } from '@/db/use-live';
import { bridge } from '@/platform/bridge';

export type Standing = { packs: PacksPlace | undefined; isJoined: boolean };

/** Whether this laptop hands over by packs, and what it knows of others; `undefined` while loading. */
export function useStanding(): Standing | undefined {
  return useLive(async () => {
    const [packs, place] = await Promise.all([readPacks(consoleDb()), readPlace(consoleDb())]);
    return { packs, isJoined: place !== undefined };
  }, []);
}

export type OwnKey = Awaited<ReturnType<typeof bridge.readPackKey>>;

/** The key of this laptop; made with the first question for it. */
export function useOwnKey(): OwnKey | undefined {
  const [key, setKey] = useState<OwnKey>();
  useEffect(() => {
    bridge.readPackKey().then(setKey, showProblem);
  }, []);
  return key;
}
