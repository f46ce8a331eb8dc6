import { dayNumber } from '@shared/lib/time';
import { describe, expect, it } from 'vitest';
import { readTransactions } from './transactions';

const read = (text: string) => readTransactions(text);
const moneyOf = (text: string) => Array.from(read(text).columns.orders.amountFen);

describe('orders from a CSV', () => {
  it('takes columns by name, whatever their order and the line ends, quotes and blanks', () => {
    const text =
      'note,amount,"customer",date\r\n"a, ""b""",3.5, 王姐 ,2025-01-02\r\n\r\n,4,李,2025-01-01';
    const { customers, columns } = read(text);
    expect(customers).toEqual(['王姐', '李']);
    expect(Array.from(columns.orders.day)).toEqual(['2025-01-02', '2025-01-01'].map(dayNumber));
    expect(moneyOf(text)).toEqual([350, 400]);
  });

  it('lays each person’s orders together, oldest first', () => {
    const { columns } = read(
      'customer,date,amount\na,2025-02-01,1\nb,2025-01-01,2\na,2025-01-05,3\na,2025-02-01,4',
    );
    expect(Array.from(columns.orders.amountFen)).toEqual([300, 100, 400, 200]);
    expect(Array.from(columns.orders.start)).toEqual([0, 3]);
    expect(Array.from(columns.orders.end)).toEqual([3, 4]);
  });

  it('keeps amounts exact in cents', () => {
    const amounts = ['"1,234.50"', '1,234.50', '0.1', '-7.05', '¥8', '$9.99', '19.999', '16.9950'];
    expect(moneyOf(`customer,date,amount\n${amounts.map((it) => `a,2025-01-01,${it}`).join('\n')}`))
      // Thousands of a float's kind of trouble end here.
      .toEqual([123_450, 123_450, 10, -705, 800, 999, 2000, 1700]);
  });

  it.each([
    ['a,2025-02-29,5', 'line 3: "2025-02-29" is no day'],
    ['a,01/02/2025,5', 'line 3: "01/02/2025" is no day'],
    ['a,2025-01-01,', 'line 3: "" is no amount'],
    ['a,2025-01-01,12abc', 'line 3: "12abc" is no amount'],
    ['a,2025-01-01,1e3', 'line 3: "1e3" is no amount'],
    [',2025-01-01,5', 'line 3: no customer'],
    ['a,2025-01-01', 'line 3: 2 fields instead of 3'],
    ['a,2025-01-01,5,6', 'line 3: 4 fields instead of 3'],
    ['"a,2025-01-01,5', 'line 3: a quote is not closed'],
  ])('names the line of %s', (line, message) => {
    expect(() => read(`customer,date,amount\nz,2025-01-01,1\n${line}\n`)).toThrow(message);
  });

  it('says which column is missing', () => {
    expect(() => read('customer,day,amount\n')).toThrow('the header lacks date');
    expect(() => read('')).toThrow('the file is empty');
  });
});
