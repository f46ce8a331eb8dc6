import { describe, expect, it } from 'vitest';
import {
  countByFilter,
  type TimelineFilter,
  type TimelineSource,
  timelineEntries,
  timelineRows,
} from './timeline.rules';

const buildTimeline = (source: TimelineSource, zone: string, filters: TimelineFilter[] = []) =>
  timelineRows(timelineEntries(source), filters, zone);

const order = (id: string, orderedAt: number) => ({
  id,
  memberId: 'm',
  orderedAt,
  amountFen: 100,
  refundFen: 0,
  status: 'paid' as const,
});
const at = (iso: string) => Date.parse(iso);
const nothing: TimelineSource = {
  orders: [],
  events: [],
  assignments: [],
  tagLog: [],
  points: [],
  comments: [],
  memberships: [],
  merges: [],
  imported: undefined,
  joinedAt: undefined,
};

describe('the timeline of a member', () => {
  it('puts everything newest first under months of the workspace, whatever it is', () => {
    const rows = buildTimeline(
      {
        ...nothing,
        orders: [order('o1', at('2026-03-02T02:00:00Z')), order('o2', at('2026-02-10T02:00:00Z'))],
        events: [{ id: 'e1', kind: 'checkIn', at: at('2026-03-05T02:00:00Z') }],
        assignments: [
          { id: 'm.t', memberId: 'm', tagId: 't', source: 'hand', at: at('2026-02-20T02:00:00Z') },
        ],
        memberships: [
          {
            id: 'm.g',
            memberId: 'm',
            groupId: 'g',
            role: 'ordinary',
            joinedAt: at('2026-01-05T02:00:00Z'),
            leftAt: at('2026-03-03T02:00:00Z'),
          },
        ],
        joinedAt: at('2026-01-01T02:00:00Z'),
      },
      'Asia/Shanghai',
    );
    expect(
      rows.map((row) => (row.kind === 'month' ? `${row.month} ${row.count}` : row.id)),
    ).toEqual([
      '2026-03 3',
      'e1',
      'm.g.leave',
      'o1',
      '2026-02 2',
      'm.t',
      'o2',
      '2026-01 2',
      'm.g.join',
      'known',
    ]);
  });

  it('takes the month where the workspace is, not where the laptop is', () => {
    const rows = buildTimeline(
      { ...nothing, orders: [order('o1', at('2026-02-28T17:00:00Z'))] },
      'Asia/Shanghai',
    );
    expect(rows[0]).toMatchObject({ kind: 'month', month: '2026-03' });
  });

  it('shows what was chosen, with what rules took and what orders earned in their places', () => {
    const source: TimelineSource = {
      ...nothing,
      orders: [order('o1', at('2026-03-02T02:00:00Z'))],
      tagLog: [{ tagId: 't', at: at('2026-03-04T02:00:00Z'), isOn: false }],
      points: [
        {
          id: 'firstOrder.o1',
          kind: 'earned',
          isPending: true,
          points: 50,
          day: 20_514,
          at: at('2026-03-02T02:00:00Z'),
        },
      ],
      merges: [{ id: 'm1', at: at('2026-03-01T02:00:00Z'), name: '李雷', isParted: false }],
      imported: { fileName: '老客户.xlsx', at: at('2026-02-01T02:00:00Z') },
    };
    const kinds = (filters: TimelineFilter[]) =>
      buildTimeline(source, 'Asia/Shanghai', filters).flatMap((row) =>
        row.kind === 'month' ? [] : [row.kind],
      );
    expect(kinds([])).toEqual(['ruleTag', 'points', 'order', 'merge', 'import']);
    expect(kinds(['tag'])).toEqual(['ruleTag']);
    expect(kinds(['order', 'record'])).toEqual(['order', 'merge', 'import']);
    expect(countByFilter(timelineEntries(source))).toMatchObject({ tag: 1, points: 1, record: 2 });
  });

  it('is empty when nothing happened', () => {
    expect(buildTimeline(nothing, 'Asia/Shanghai')).toEqual([]);
  });
});
