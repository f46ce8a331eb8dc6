import { describe, expect, it } from 'vitest';
import { readQuestion } from './question.rules';
import lines from './question-lines.fixture.json';

type Lines = { questions: string[]; others: string[] };

function measure({ questions, others }: Lines) {
  const hits = questions.filter((line) => readQuestion(line).isQuestion).length;
  const taken = others.filter((line) => readQuestion(line).isQuestion).length;
  return { precision: hits / (hits + taken), recall: hits / questions.length };
}

describe('telling questions', () => {
  it('holds on the 164 lines with which the rules were written', () => {
    const { precision, recall } = measure(lines.tuned);
    expect(precision).toBeGreaterThanOrEqual(0.97);
    expect(recall).toBeGreaterThanOrEqual(0.95);
  });

  it('does what is said of it on 44 lines that nobody fitted it to: 21 of 25 right, 21 of 22 found', () => {
    const { precision, recall } = measure(lines.heldOut);
    expect(precision).toBeGreaterThanOrEqual(21 / 25);
    expect(recall).toBeGreaterThanOrEqual(21 / 22);
  });

  it('says why something is no question', () => {
    expect(readQuestion('在吗')).toEqual({ isQuestion: false, because: 'greeting' });
    expect(readQuestion('难道还有更便宜的？')).toEqual({
      isQuestion: false,
      because: 'rhetorical',
    });
    expect(readQuestion('[图片]')).toEqual({ isQuestion: false, because: 'wordless' });
    expect(readQuestion('【今日话题】你家冬至吃什么')).toEqual({
      isQuestion: false,
      because: 'announcement',
    });
    expect(readQuestion('大家早上好！请问几点到货')).toMatchObject({ isQuestion: true });
    expect(readQuestion('看 https://example.com/?a=1')).toMatchObject({ isQuestion: false });
  });
});
