/** What is known of a member of a group over a chosen time. */
export type ActivityFacts = {
  memberId: string;
  /** Interactions inside the group. */
  interactions: number;
  orders: number;
  /** Paid less refunded. */
  netFen: number;
  role: 'ordinary' | 'koc' | 'official' | 'peer' | 'seeded';
};

/** Who counts as active; a limit of 0 or none asks nothing. Meeting one limit is enough. */
export type ActiveRule = {
  minInteractions?: number;
  minOrders?: number;
  minNetFen?: number;
  /** Members who move others are always worth keeping. */
  isKocKept?: boolean;
};

export const DEFAULT_ACTIVE_RULE: ActiveRule = {
  minInteractions: 3,
  minOrders: 1,
  isKocKept: true,
};

export type ActiveReason =
  | { kind: 'interactions' | 'orders' | 'netFen'; value: number; limit: number }
  | { kind: 'koc' };

export type ChosenMember = { memberId: string; reasons: ActiveReason[] };

/**
 * The active members of a group, most active first (orders, then interactions), each with what made
 * them so; the others by id. The team's own accounts, peers and seeded ones are never moved.
 */
export function chooseActive(
  facts: readonly ActivityFacts[],
  rule: ActiveRule,
): { chosen: ChosenMember[]; others: string[] } {
  const chosen: (ChosenMember & { facts: ActivityFacts })[] = [];
  const others: string[] = [];
  for (const it of facts) {
    const reasons = it.role === 'ordinary' || it.role === 'koc' ? reasonsFor(it, rule) : [];
    if (reasons.length === 0) others.push(it.memberId);
    else chosen.push({ memberId: it.memberId, reasons, facts: it });
  }
  chosen.sort(
    (a, b) =>
      b.facts.orders - a.facts.orders ||
      b.facts.interactions - a.facts.interactions ||
      (a.memberId < b.memberId ? -1 : 1),
  );
  return { chosen: chosen.map(({ memberId, reasons }) => ({ memberId, reasons })), others };
}

function reasonsFor(it: ActivityFacts, rule: ActiveRule): ActiveReason[] {
  const limits = [
    ['interactions', it.interactions, rule.minInteractions],
    ['orders', it.orders, rule.minOrders],
    ['netFen', it.netFen, rule.minNetFen],
  ] as const;
  const reasons: ActiveReason[] = limits.flatMap(([kind, value, limit]) =>
    limit && value >= limit ? [{ kind, value, limit }] : [],
  );
  return it.role === 'koc' && rule.isKocKept ? [...reasons, { kind: 'koc' }] : reasons;
}
