import { describe, expect, it } from 'vitest';
import { rowTable } from '@/db/tables';
import { at, definition, openDesk, question, RUN, three } from './funnel-desk.testing';

const YEARS_BACK_MS = Date.UTC(2020, 0, 1);

describe('what does not add up', () => {
  it('says a stored number that is none, and compares nothing with it', async () => {
    const stored = (metricCount: number) => ({ metricCount, metricSource: 'typed' });
    const { db, desk } = await openDesk(
      [definition(1), definition(2), definition(3), definition(4)],
      [stored(40), stored(3), stored(2), stored(10)],
    );
    // No command writes such a row; a damaged or foreign one may hold it.
    await rowTable(db, 'sopSteps').update(`${RUN}.2`, { metricCount: -3 });
    await rowTable(db, 'sopSteps').update(`${RUN}.3`, { metricCount: 2.5 });
    const { steps, remarks } = await desk.funnel(question());
    expect(remarks.filter(({ code }) => code === 'notACount')).toMatchObject([
      { position: 2, data: { count: -3 } },
      { position: 3, data: { count: 2.5 } },
    ]);
    expect(steps[3]?.bar).toMatchObject({ previousPosition: 1, base: 40, rate: 0.25 });
  });

  it('says by how much the clock is behind the newest change', async () => {
    const { desk, add } = await openDesk(three);
    await add({ subject: 'a', step: 1, at: at(1) });
    const early = await desk.funnel(question({ nowMs: YEARS_BACK_MS }));
    const told = early.remarks.find(({ code }) => code === 'clockBack');
    expect(told?.data?.aheadMs).toBeGreaterThan(86_400_000);
    const inTime = await desk.funnel(question({ nowMs: Date.now() }));
    expect(inTime.remarks.map(({ code }) => code)).not.toContain('clockBack');
  });

  it('says that the flow was changed under a run, which goes on as it began', async () => {
    const { desk, write } = await openDesk(three, [{ metricCount: 9, metricSource: 'typed' }]);
    const flow = { key: 'traffic', kind: 'traffic', name: { zh: '导流', en: 'Traffic' } };
    const version = (number: number, steps: object[]) => ({
      ...flow,
      id: `traffic.v${number}`,
      version: number,
      purpose: { zh: '', en: '' },
      status: 'published',
      steps,
    });
    await write('sopTemplates' as never, [version(1, three), version(2, three.slice(1))]);
    const { steps, remarks } = await desk.funnel(question());
    expect(remarks.find(({ code }) => code === 'newerVersion')).toMatchObject({
      data: { version: 1, newest: 2 },
    });
    expect(steps).toHaveLength(3);
  });

  it('says that there is no target, until one step has one', async () => {
    const codes = async (targetRate?: number) => {
      const metric = { name: { zh: '', en: '' }, unit: 'people', direction: 'higher' } as const;
      const aimed = targetRate === undefined ? metric : { ...metric, targetRate };
      const { desk } = await openDesk([definition(1), definition(2, { metric: aimed })]);
      return (await desk.funnel(question({ scope: { of: 'runs', runIds: [RUN] } }))).remarks.map(
        ({ code }) => code,
      );
    };
    expect(await codes()).toContain('noTargets');
    expect(await codes(0.5)).not.toContain('noTargets');
  });
});
