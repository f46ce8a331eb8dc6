import { foldText } from '@shared/domain/import/cells/text-cell';
import type { PlanPage, PlanRow } from './import-types';
import { type PlanContext, planPage } from './plan-view';

/** Between two stretches of so many records the worker hears other questions. */
const STRETCH = 2000;
const breathe = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** Digits are looked for as they are stored, however the leader groups them. */
function folded(text: string): string {
  const plain = foldText(text);
  return /^[\d\s+-]+$/.test(plain) ? plain.replace(/[\s-]/g, '') : plain;
}

function isFound(row: PlanRow, wanted: string): boolean {
  const texts = [row.title, row.person, row.phone, row.candidate];
  for (const note of row.problems) texts.push(note.text);
  for (const { before, after } of row.changes) texts.push(before, after);
  return texts.some((text) => text !== undefined && foldText(text).includes(wanted));
}

type Found = { context: PlanContext; key: string; places: number[] };

/** Finds records of a plan by what is written in them; the last answer is kept for its next page. */
export class PlanSearch {
  private found: Found | undefined;
  private turn = 0;

  async page(
    context: PlanContext,
    places: ArrayLike<number>,
    asked: { key: string; text: string; offset: number; limit: number },
  ): Promise<PlanPage> {
    const { key, text, ...range } = asked;
    let { found } = this;
    if (found?.context !== context || found.key !== key) {
      const hits = await this.search(context, places, folded(text));
      if (!hits) return { rows: [], total: 0 };
      found = { context, key, places: hits };
      this.found = found;
    }
    return planPage(context, found.places, range);
  }

  forget(): void {
    this.turn += 1;
    this.found = undefined;
  }

  /** Undefined when a newer question came, so that nobody waits for this answer any more. */
  private async search(
    context: PlanContext,
    places: ArrayLike<number>,
    wanted: string,
  ): Promise<number[] | undefined> {
    this.turn += 1;
    const mine = this.turn;
    const hits: number[] = [];
    for (let offset = 0; offset < places.length; offset += STRETCH) {
      for (const row of planPage(context, places, { offset, limit: STRETCH }).rows) {
        if (isFound(row, wanted)) hits.push(row.key);
      }
      await breathe();
      if (this.turn !== mine) return undefined;
    }
    return hits;
  }
}
