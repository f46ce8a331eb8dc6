import { expect, it } from 'vitest';
import { Turns } from './turns';

it('begins each work only when the one before has ended', async () => {
  const turns = new Turns();
  const told: string[] = [];
  const work = (name: string) => async () => {
    told.push(`${name} begins`);
    await Promise.resolve();
    told.push(`${name} ends`);
    return name;
  };
  expect(await Promise.all([turns.take(work('a')), turns.take(work('b'))])).toEqual(['a', 'b']);
  expect(told).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
});

it('tells a failure to whoever asked, and goes on', async () => {
  const turns = new Turns();
  const failed = turns.take(() => Promise.reject(new Error('no')));
  const next = turns.take(() => 1);
  await expect(failed).rejects.toThrow('no');
  expect(await next).toBe(1);
});
