import { expect, it } from 'vitest';
import { parseClock } from './clock-text';

it('reads a time however it is typed', () => {
  const typed = [
    '9:5',
    '09:05',
    '9：05',
    '930',
    '0930',
    '21',
    '7',
    ' 20:30 ',
    '２０：３０',
    '2359',
  ];
  expect(typed.map(parseClock)).toEqual([
    '09:05',
    '09:05',
    '09:05',
    '09:30',
    '09:30',
    '21:00',
    '07:00',
    '20:30',
    '20:30',
    '23:59',
  ]);
});

it('takes nothing for a time that is none', () => {
  for (const text of ['', '24:00', '12:60', '午间', '12:', '12345', '9.5']) {
    expect(parseClock(text)).toBeUndefined();
  }
});
