const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10x98765432';

/** A mobile number of the mainland, with or without 86 before it. */
export const isMobile = (digits: string): boolean => /^(?:0?86)?1[3-9]\d{9}$/.test(digits);

/** An eighteen-digit identity number: a day of birth that exists and the check digit (GB 11643). */
export function isIdCard(digits: string): boolean {
  if (!/^[1-9]\d{16}[\dx]$/.test(digits)) return false;
  const [year, month, day] = [digits.slice(6, 10), digits.slice(10, 12), digits.slice(12, 14)];
  const born = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (Number(year) < 1900 || born.toISOString().slice(0, 10) !== `${year}-${month}-${day}`) {
    return false;
  }
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return CHECKS[sum % 11] === digits[17];
}

/** The check digit of card numbers (ISO/IEC 7812, Luhn). */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (const [nth, digit] of [...digits].reverse().entries()) {
    const doubled = Number(digit) * (nth % 2 === 1 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
