import { middle, type Place, passOver, timed } from '../place';
import { plainModels } from '../plain-models';
import { plainPeople } from '../plain-people';

const RUNS = 9;

/**
 * RFM with its movement, quadrants with everybody's value and cohorts, over loaded columns; the
 * first time from disk. The fit of the value model is measured apart: it is made once a week, beside.
 */
export async function measureModels({ api }: Place): Promise<Record<string, number>> {
  const { people, insights } = api;
  const rfmFromDiskMs = await timed(async () => {
    await insights.rfm();
    await insights.cohorts();
  });
  const fit = await insights.ltvFit();
  const parts = { rfm: 0, quadrants: 0, cohorts: 0 };
  const buyers: number[] = [];
  const value = await middle(RUNS, async () => {
    // As after any commit: nothing of what was answered before counts.
    people.version += 1;
    parts.rfm = await timed(async () => {
      buyers.push((await insights.rfm()).buyers);
    });
    parts.quadrants = await timed(() => insights.quadrants());
    parts.cohorts = await timed(() => insights.cohorts());
    return parts.rfm + parts.quadrants + parts.cohorts;
  });
  const personaMs = await timed(() => insights.persona());
  const columns = await people.columns();
  const floor = await middle(5, () => timed(() => passOver(columns)));
  const plain = plainPeople(columns);
  const today = people.today();
  const peer = await middle(3, () =>
    timed(() => {
      const found = plainModels(plain, today).buyers;
      if (found !== buyers[0]) throw new Error(`${found} by objects, ${buyers[0]} by columns`);
    }),
  );
  return {
    rfmCohorts: value,
    rfmCohortsFloor: floor,
    rfmCohortsPeer: peer,
    rfmFromDiskMs,
    rfmMs: parts.rfm,
    quadrantsMs: parts.quadrants,
    cohortsMs: parts.cohorts,
    fitMs: fit.tookMs,
    fittedOn: fit.fittedOn,
    personaMs,
  };
}
