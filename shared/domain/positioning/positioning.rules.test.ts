import { describe, expect, it } from 'vitest';
import { contentFit } from './fit.rules';
import { positioningSchema } from './positioning.schema';
import { judgeCard } from './verdict.rules';

const card = (over: object = {}) =>
  positioningSchema.parse({
    id: 'c',
    name: '卡',
    users: 'a',
    service: 'b',
    problem: 'c',
    value: 'd',
    goal: 'e',
    changedAt: 0,
    ...over,
  });
const yes = { verdict: 'yes' as const };

describe('a positioning card', () => {
  it('holds only when every line is filled and every question is answered with yes', () => {
    expect(judgeCard(card({ answers: { a: yes, b: yes } }), ['a', 'b']).kind).toBe('holds');
    expect(judgeCard(card({ answers: { a: yes } }), ['a', 'b'])).toMatchObject({
      kind: 'open',
      unsure: 1,
    });
    const blank = judgeCard(card({ answers: { a: yes, b: yes }, value: ' ' }), ['a', 'b']);
    expect(blank).toMatchObject({ kind: 'open', blank: ['value'] });
  });

  it('is doubtful after one no, and hears no answers to another kind’s questions', () => {
    const answers = { a: yes, other: { verdict: 'no' as const } };
    expect(judgeCard(card({ answers }), ['a']).kind).toBe('holds');
    expect(judgeCard(card({ answers }), ['a', 'other']).kind).toBe('doubtful');
  });
});

it('tells which content serves the card, by column, and what serves none', () => {
  const items = [
    { id: '1', columnId: 'x' },
    { id: '2', columnId: 'y' },
    { id: '3' },
    { id: '4', columnId: 'x' },
  ];
  expect(contentFit(items, ['x', 'z'])).toEqual({
    total: 4,
    serving: 2,
    byColumn: [
      { columnId: 'x', count: 2 },
      { columnId: 'z', count: 0 },
    ],
    serveNone: [items[1], items[2]],
  });
});
