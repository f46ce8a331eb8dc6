/** The last answer to each question, for as long as its stamp stays the same. */
export class KeptAnswers {
  private readonly answers = new Map<string, { stamp: string; answer: unknown }>();

  get<T>(question: string, stamp: string, work: () => T): T {
    const known = this.answers.get(question);
    if (known?.stamp === stamp) return known.answer as T;
    const answer = work();
    this.answers.set(question, { stamp, answer });
    return answer;
  }
}
