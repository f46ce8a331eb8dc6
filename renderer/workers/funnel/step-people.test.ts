import { describe, expect, it } from 'vitest';
import { at, DAY, openDesk, question, three } from './funnel-desk.testing';

describe('people of a step', () => {
  it('are parted by their window, longest waiting first, a page at a time', async () => {
    const { desk, add } = await openDesk(three);
    await add(
      ...[1, 2, 3, 4, 5].map((k) => ({ subject: `p${k}`, step: 1, at: at(2 * k - 1) })),
      { subject: 'p1', step: 1, at: at(8) },
      { subject: 'p2', step: 2, at: at(4) },
    );
    const funnel = question({ windowMs: { 2: 4 * DAY } });
    const ask = (more: object = {}) =>
      desk.people({ funnel, position: 1, people: 'notNext', ...more });
    const all = await ask();
    expect(all).toMatchObject({ total: 4, members: 0, next: 2, onTheWay: 3, dropped: 1 });
    expect(all.rows.map(({ subject }) => subject)).toEqual(['p3', 'p4', 'p1', 'p5']);
    expect(all.rows[2]).toMatchObject({ since: at(8), until: at(12) });
    const first = await ask({ limit: 3 });
    expect(first.more).toBe(true);
    const rest = await ask({ limit: 3, after: first.rows[2]?.key });
    expect(rest.rows.map(({ subject }) => subject)).toEqual(['p5']);
    expect((await ask({ people: 'dropped' })).rows.map(({ subject }) => subject)).toEqual(['p3']);
    expect((await ask({ people: 'onTheWay' })).total).toBe(3);
    expect((await ask({ people: 'reached' })).total).toBe(5);
  });

  it('belong to one value each, that of their first or last event', async () => {
    const { desk, add } = await openDesk(three);
    await add(
      { subject: 'a', step: 1, at: at(1), channel: '抖音', variant: 'A' },
      { subject: 'a', step: 2, at: at(2), channel: '微信' },
      { subject: 'b', step: 1, at: at(1), channel: '微信' },
      { subject: 'c', step: 1, at: at(1) },
    );
    const groups = async (attribution: 'first' | 'last') => {
      const answer = await desk.breakdown(question(), 'channel', attribution);
      expect(answer.severalValues).toBe(1);
      return answer.groups.map(({ value, steps }) => [value, ...steps.map((s) => s.bar.count)]);
    };
    expect(await groups('first')).toEqual([
      ['抖音', 1, 1, undefined],
      ['微信', 1, 0, undefined],
      [undefined, 1, 0, undefined],
    ]);
    expect(await groups('last')).toEqual([
      ['微信', 2, 1, undefined],
      [undefined, 1, 0, undefined],
    ]);
    const within = { by: 'variant' as const, attribution: 'first' as const, value: 'A' };
    const people = await desk.people({
      funnel: question(),
      position: 1,
      people: 'reached',
      within,
    });
    expect(people.rows.map(({ subject }) => subject)).toEqual(['a']);
  });

  it('answers an empty question with nothing', async () => {
    const { desk } = await openDesk(three);
    const answer = await desk.funnel(question({ scope: { of: 'runs', runIds: ['nobody'] } }));
    expect(answer).toMatchObject({ steps: [], times: [], people: 0, events: 0, runs: [] });
    const people = await desk.people({ funnel: question(), position: 1, people: 'reached' });
    expect(people).toMatchObject({ total: 0, rows: [], more: false });
  });
});
