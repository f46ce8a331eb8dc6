import { parseRelays } from '@shared/domain/relay/parse-relay';
import type { Relay } from '@shared/domain/relay/relay.types';
import {
  planRelay,
  type RelayChoices,
  type RelayRow,
  type RelayTarget,
} from '@shared/domain/relay/relay-plan.rules';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { dayOf, startOfDay } from '@shared/lib/time';
import { useCallback, useMemo, useState } from 'react';
import { showProblem } from '@/app/feedback';
import { translator } from '@/app/i18n/messages';
import { dataWorker, execute, flushJournal } from '@/db/client';
import type { RelayKnown } from '@/workers/relay/relay-desk';
import { type Draft, draftsOf, productsOf } from './draft.rules';
import { commitRelay } from './relay.commands';
import { relayMessages } from './relay.messages';
import { readSameRelayAt } from './relay.queries';

const HOUR_MS = 3_600_000;

export type RelayWork = {
  relay: Relay;
  title: string;
  target: RelayTarget;
  day: string;
  status: RelayChoices['status'];
  prices: ReadonlyMap<string, number>;
  drafts: Draft[];
  known: RelayKnown;
  hash: string;
  sameAt: number | undefined;
};
export type RelayDone = {
  batchId: string;
  title: string;
  counts: ReturnType<typeof planOf>['writes']['counts'];
};

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Today keeps its clock; another day stands for its noon. */
function momentOf(day: string): number {
  const now = Date.now();
  if (day === dayOf(now, DEFAULT_TIME_ZONE)) return now;
  return startOfDay(day, DEFAULT_TIME_ZONE) + 12 * HOUR_MS;
}

function planOf(work: RelayWork) {
  const choices = { ...work, at: momentOf(work.day) };
  return planRelay(
    work.drafts.map(({ row }) => row),
    choices,
    work.known,
  );
}

/** A list that tells no quantities is who comes, not what they buy. */
function likelyTarget({ entries, products }: Relay): RelayTarget {
  const buying = entries.filter(({ items }) => items.length > 0).length;
  return products.length > 0 || buying * 2 >= entries.length ? 'orders' : 'signUp';
}

async function begin(relay: Relay): Promise<RelayWork> {
  const people = relay.entries.map(({ nickname, realName, phone, address }) => ({
    nickname,
    realName,
    phone,
    address,
  }));
  const known = await dataWorker().relays.look(people, relay.title);
  const hash = await sha256(JSON.stringify([relay.title, relay.entries.map(({ raw }) => raw)]));
  const prices = relay.products.flatMap(({ name, priceFen }) =>
    priceFen === undefined ? [] : [[name, priceFen] as const],
  );
  return {
    relay,
    title: relay.title,
    target: likelyTarget(relay),
    day: dayOf(Date.now(), DEFAULT_TIME_ZONE),
    status: 'paid',
    prices: new Map(prices),
    drafts: draftsOf(relay, known),
    known,
    hash,
    sameAt: await readSameRelayAt(hash),
  };
}

/** From pasted text to committed rows; everything in between can be mended. */
export function useRelay() {
  const [text, setText] = useState('');
  const [relays, setRelays] = useState<Relay[]>();
  const [work, setWork] = useState<RelayWork>();
  const [done, setDone] = useState<RelayDone>();
  const [isBusy, setBusy] = useState(false);

  async function busily(step: () => Promise<void>): Promise<void> {
    setBusy(true);
    try {
      await step();
    } catch (error) {
      showProblem(error);
    } finally {
      setBusy(false);
    }
  }
  const take = (relay: Relay) => busily(async () => setWork(await begin(relay)));
  const read = async () => {
    const found = parseRelays(text).filter(({ entries }) => entries.length > 0);
    setRelays(found);
    const [only] = found;
    if (only && found.length === 1) await take(only);
  };
  const change = (patch: Partial<RelayWork>) => setWork((now) => now && { ...now, ...patch });
  const retitle = (title: string) =>
    busily(async () => {
      if (!work || title === work.title) return;
      const next = await begin({ ...work.relay, title });
      // What was mended stays; only what an earlier paste stored is another.
      change({ title, known: next.known, relay: next.relay });
    });
  const mend = useCallback(
    (key: number, patch: Partial<RelayRow>) =>
      setWork(
        (now) =>
          now && {
            ...now,
            drafts: now.drafts.map((draft) =>
              draft.key === key ? { ...draft, row: { ...draft.row, ...patch } } : draft,
            ),
          },
      ),
    [],
  );
  const settleOpen = (as: 'first' | 'new') =>
    setWork(
      (now) =>
        now && {
          ...now,
          drafts: now.drafts.map((draft) => {
            if (draft.row.place.kind !== 'open') return draft;
            const first = draft.match.candidates[0];
            const isFirst = as === 'first' && first !== undefined;
            const place = isFirst
              ? ({ kind: 'member', memberId: first.memberId } as const)
              : ({ kind: 'new' } as const);
            return { ...draft, row: { ...draft.row, place } };
          }),
        },
    );
  const plan = useMemo(() => work && planOf(work), [work]);
  const products = useMemo(() => (work ? productsOf(work.relay, work.drafts) : []), [work]);
  const commit = () =>
    busily(async () => {
      if (!work || !plan) return;
      const t = translator(relayMessages);
      const { batchId } = await execute(commitRelay, {
        kind: work.target === 'orders' ? 'orders' : 'interactions',
        title: work.title,
        fileName: t('fileName', { title: work.title }),
        fileHash: work.hash,
        writes: plan.writes,
      });
      await flushJournal();
      setDone({ batchId, title: work.title, counts: plan.writes.counts });
    });
  /** Other lists of the same paste wait for their turn. */
  const restart = () => {
    const others = relays?.filter(({ title }) => title !== work?.relay.title) ?? [];
    if (others.length === 0) setText('');
    setRelays(others.length === 0 ? undefined : others);
    setWork(undefined);
    setDone(undefined);
  };
  const back = () => {
    setRelays(undefined);
    setWork(undefined);
  };
  return {
    text,
    setText,
    relays,
    read,
    take,
    work,
    change,
    retitle,
    mend,
    settleOpen,
    plan,
    products,
    commit,
    done,
    restart,
    back,
    isBusy,
  };
}
export type RelayState = ReturnType<typeof useRelay>;
