import { expect, it } from 'vitest';
import { forgetNames, recallWords, rememberWords } from './remembered';
import { openTestDoor } from './test-db';

it('words are kept by name, the newest last, and the oldest go when there are too many', async () => {
  const { db } = await openTestDoor();
  expect(await recallWords(db, 'replyValues')).toEqual({});
  for (let i = 0; i < 100; i += 1) await rememberWords(db, 'replyValues', { [`v${i}`]: String(i) });
  await rememberWords(db, 'replyValues', { v0: 'again', more: '9.9' });
  const kept = Object.entries(await recallWords(db, 'replyValues'));
  expect(kept).toHaveLength(100);
  expect(kept[0]).toEqual(['v2', '2']);
  expect(kept.slice(-2)).toEqual([
    ['v0', 'again'],
    ['more', '9.9'],
  ]);
});

it('a name of one character goes only where it is the whole value', async () => {
  const { db } = await openTestDoor();
  await rememberWords(db, 'replyValues', { a: '王', b: '王府井', c: '三点' });
  await forgetNames(db, new Set(['王']));
  expect(await recallWords(db, 'replyValues')).toEqual({ b: '王府井', c: '三点' });
});
