import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { figureText, parseFigure } from '@shared/domain/content-results/figure-input.rules';
import type { FigureKey, Figures } from '@shared/domain/content-results/figures.rules';
import { useEffect, useState } from 'react';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { saveFigures } from '../content-results.commands';
import { contentResultsMessages } from '../content-results.messages';

export type FigureOf = {
  item: Pick<ContentItem, 'id' | 'title'>;
  groupId?: string | undefined;
  figure: FigureKey;
  /** What is typed so far of the same item and group. */
  typed: Figures;
  /** What else is known of it, for percentages. */
  known?: Figures;
};

const BASES: Partial<Record<FigureKey, FigureKey>> = {
  opens: 'reach',
  participants: 'reach',
};

/** A figure's field: what stands in it until it is left, and what is wrong with it. */
export function useFigureDraft({ item, groupId, figure, typed, known }: FigureOf) {
  const t = useMessages(contentResultsMessages);
  const stored = typed[figure];
  const [text, setText] = useState(figureText(stored, figure));
  const [problem, setProblem] = useState<string>();
  // What lands meanwhile (an undo, another place) shows; what is being typed is not touched by it.
  useEffect(() => {
    setText(figureText(stored, figure));
    setProblem(undefined);
  }, [stored, figure]);

  function save(): boolean {
    const read = parseFigure(text, figure, { ...known, ...typed });
    if (read.kind === 'refused') {
      const base = t(`figure.${BASES[figure] ?? 'opens'}`);
      setProblem(t(`refused.${read.reason}`, { base }));
      return false;
    }
    setProblem(undefined);
    const value = read.kind === 'value' ? read.value : undefined;
    if (value === stored) {
      setText(figureText(stored, figure));
      return true;
    }
    const input = { itemId: item.id, title: item.title, figures: { [figure]: value ?? null } };
    execute(saveFigures, groupId === undefined ? input : { ...input, groupId }).catch(showProblem);
    return true;
  }
  return { text, setText, problem, save };
}
