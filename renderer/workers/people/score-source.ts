import type { PeopleScores } from '@shared/domain/people/people-columns';

export type ScoreKind = keyof PeopleScores;

/**
 * Where rules get what the models say. Whoever owns the models registers here and is asked with
 * every question that needs a score, so it answers from memory while `PeopleService.version` stands
 * still. Arrays are indexed by the rows of `PeopleService.columns()` and may be as long as its arrays.
 * Must not ask the people service for counts of rules that need scores: they would wait for each other.
 */
export type ScoreSource = {
  load(kinds: readonly ScoreKind[]): Promise<PeopleScores>;
};
