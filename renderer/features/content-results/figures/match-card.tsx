import { Button } from '@mantine/core';
import { FIGURE_KEYS } from '@shared/domain/content-results/figures.rules';
import { type MatchSuggestion, suggestMatches } from '@shared/domain/content-results/match.rules';
import type { Span } from '@shared/domain/content-results/period.rules';
import { useMemo } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { wordsMessages } from '@/app/i18n/words.messages';
import { useFormat } from '@/app/use-format';
import { execute } from '@/db/client';
import { useLive } from '@/db/use-live';
import { Card } from '@/ui/card';
import { matchResults, partResult } from '../content-results.commands';
import { contentResultsMessages } from '../content-results.messages';
import { unmatchedResults } from '../content-results.queries';
import { figuresMessages } from './figures.messages';
import classes from './figures.module.css';

const SHOWN = 20;

/** What a report told and seems to be of a planned item: asked, never taken for granted. */
export function MatchCard({ span: { from, to } }: { span: Span }) {
  const t = useMessages(figuresMessages);
  const found = useLive(() => unmatchedResults(from, to), [from, to]);
  const suggestions = useMemo(
    () => (found ? suggestMatches(found.results, found.items) : []),
    [found],
  );
  if (!found || found.results.length === 0) return null;
  const match = (pairs: readonly MatchSuggestion[]) =>
    execute(matchResults, {
      pairs: pairs.map(({ resultId, itemId }) => ({ resultId, itemId })),
    }).then(() => showDone(t('matched', { n: pairs.length }), { undo: true }), showProblem);
  const left = found.results.length - suggestions.length;
  return (
    <Card
      title={t('matchTitle')}
      actions={
        suggestions.length > 1 && (
          <Button size="compact-sm" variant="light" onClick={() => void match(suggestions)}>
            {t('confirmAll', { n: suggestions.length })}
          </Button>
        )
      }
    >
      <div className={classes.stack} data-testid="match-results">
        <p className={classes.quiet}>{t('matchLead')}</p>
        <ul className={classes.matches}>
          {suggestions.slice(0, SHOWN).map((it) => (
            <MatchRow key={it.resultId} suggestion={it} found={found} onMatch={match} />
          ))}
        </ul>
        {left > 0 && <p className={classes.quiet}>{t('unmatched', { n: left })}</p>}
      </div>
    </Card>
  );
}

type MatchRowProps = {
  suggestion: MatchSuggestion;
  found: Awaited<ReturnType<typeof unmatchedResults>>;
  onMatch: (pairs: readonly MatchSuggestion[]) => void;
};

function MatchRow({ suggestion, found, onMatch }: MatchRowProps) {
  const t = useMessages(figuresMessages);
  const base = useMessages(contentResultsMessages);
  const words = useMessages(wordsMessages);
  const format = useFormat();
  const result = found.results.find(({ id }) => id === suggestion.resultId);
  const item = found.items.find(({ id }) => id === suggestion.itemId);
  if (!result || !item) return null;
  const told = FIGURE_KEYS.flatMap((key) => {
    const value = result[key];
    if (value === undefined) return [];
    return [`${base(`figure.${key}`)} ${format.count(key === 'gmvFen' ? value / 100 : value)}`];
  });
  const leave = () =>
    execute(partResult, { resultId: result.id, isUnplanned: true }).catch(showProblem);
  return (
    <li className={classes.match} data-testid="match-row">
      <span>
        {result.title}
        <small>
          {format.day(result.day)} {result.slot && words(`slot.${result.slot}`)} ·{' '}
          {told.join(' · ')}
        </small>
      </span>
      <span>
        {item.title}
        <small>
          {format.day(item.date)} {words(`slot.${item.slot}`)}
        </small>
      </span>
      <small>
        {t('sure', { percent: Math.round(suggestion.similarity * 100) })} ·{' '}
        {t(suggestion.daysOff === 0 ? 'sameDay' : 'dayOff')}
        {result.slot && ` · ${t(suggestion.isSameSlot ? 'sameSlot' : 'otherSlot')}`}
      </small>
      <span className={classes.buttons}>
        <Button size="compact-xs" onClick={() => onMatch([suggestion])}>
          {t('confirm')}
        </Button>
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => void leave()}>
          {t('notPlanned')}
        </Button>
      </span>
    </li>
  );
}
