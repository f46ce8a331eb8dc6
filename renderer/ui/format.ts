import { dayOf, daysBetween, wallTimeOf } from '@shared/lib/time';

/** Below this many people a percentage says more than is known, so none is shown. */
const SMALLEST_SAMPLE = 30;
const NOTHING = '—';
const HIDDEN = '•••';

export type FormatOptions = {
  language: 'zh-CN' | 'en';
  /** The workspace's zone, e.g. `Asia/Shanghai`. */
  timeZone: string;
  /** The privacy mask: phones, addresses and amounts are covered. */
  isMasked: boolean;
};

export type Format = ReturnType<typeof createFormat>;

/** Numbers, days and private things as the leader reads them, in one language and zone. */
export function createFormat({ language, timeZone, isMasked }: FormatOptions) {
  const isChinese = language === 'zh-CN';
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const oneDecimal = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const fixedOne = new Intl.NumberFormat(language, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const cents = new Intl.NumberFormat(language, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  const dayOptions = { month: isChinese ? 'long' : 'short', day: 'numeric' } as const;
  const dayFormat = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(isChinese ? 'zh-CN' : 'en-GB', { timeZone: 'UTC', ...options });
  const shortDay = dayFormat(dayOptions);
  const weekdayDay = dayFormat({ ...dayOptions, weekday: 'short' });
  const fullDay = dayFormat({ ...dayOptions, year: 'numeric' });
  const weekdayOnly = dayFormat({ weekday: 'short' });
  const asDate = (day: string) => new Date(`${day}T00:00:00Z`);

  const yuan = (text: string, fen: number) => `${fen < 0 ? '-' : ''}¥${text}`;

  const format = {
    /** `1,284` */
    count: (value: number) => whole.format(value),

    /** `¥1,284.50` */
    money: (fen: number) =>
      isMasked ? `¥${HIDDEN}` : yuan(cents.format(Math.abs(fen) / 100), fen),

    /** For summaries: `¥12.8万` from 100 000 yuan in Chinese, whole yuan in English. */
    moneySummary(fen: number) {
      if (isMasked) return `¥${HIDDEN}`;
      const amount = Math.abs(fen) / 100;
      if (amount < 100_000) return format.money(fen);
      return yuan(
        isChinese ? `${oneDecimal.format(amount / 10_000)}万` : whole.format(amount),
        fen,
      );
    },

    /** `19.3%`; nothing when it rests on fewer than 30 people. */
    percent: (rate: number, n = Number.POSITIVE_INFINITY) =>
      n < SMALLEST_SAMPLE || !Number.isFinite(rate) ? NOTHING : `${fixedOne.format(rate * 100)}%`,

    /** `3月2日` / `2 Mar`, from `YYYY-MM-DD`. */
    day: (day: string) => shortDay.format(asDate(day)),
    /** `3月2日周一` / `Mon, 2 Mar` */
    dayWithWeekday: (day: string) => weekdayDay.format(asDate(day)),
    /** `2026年3月2日` / `2 Mar 2026` */
    fullDay: (day: string) => fullDay.format(asDate(day)),
    /** `周一` / `Mon` */
    weekday: (day: string) => weekdayOnly.format(asDate(day)),

    /** The business day of an instant, read like `day`, with the year where it is another one. */
    date(ms: number, nowMs: number = Date.now()) {
      const day = dayOf(ms, timeZone);
      return day.slice(0, 4) === dayOf(nowMs, timeZone).slice(0, 4)
        ? format.day(day)
        : format.fullDay(day);
    },
    /** `09:05` in the workspace's zone. */
    time(ms: number) {
      const wall = wallTimeOf(ms, timeZone);
      return `${String(wall.hour).padStart(2, '0')}:${String(wall.minute).padStart(2, '0')}`;
    },
    dateTime: (ms: number, nowMs: number = Date.now()) =>
      `${format.date(ms, nowMs)} ${format.time(ms)}`,

    /** `今天`, `昨天`, `3天前`, `2天后`; beyond a month the date itself. */
    relativeDay(ms: number, nowMs: number = Date.now()) {
      const days = daysBetween(dayOf(nowMs, timeZone), dayOf(ms, timeZone));
      if (Math.abs(days) > 30) return format.date(ms, nowMs);
      const near = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
      return near.format(days, 'day');
    },
    /** `今天 09:05` */
    relativeTime: (ms: number, nowMs: number = Date.now()) =>
      `${format.relativeDay(ms, nowMs)} ${format.time(ms)}`,

    /**
     * `138 0013 8000`, and `138****8000` under the mask; from E.164, or as somebody typed it. What a
     * platform masked already stays as it is.
     */
    phone(e164: string) {
      if (/[*•]/.test(e164)) return e164;
      const local = e164.startsWith('+86') ? e164.slice(3) : e164;
      if (isMasked) return maskMiddle(local);
      return local.length === 11 && !local.startsWith('+')
        ? `${local.slice(0, 3)} ${local.slice(3, 7)} ${local.slice(7)}`
        : local;
    },
    /** Only the beginning is left under the mask: province and city. */
    address: (text: string) => (isMasked ? `${text.slice(0, 6)}${HIDDEN}` : text),

    /** `1.2 MB` */
    bytes(value: number) {
      const units = ['B', 'kB', 'MB', 'GB'];
      let amount = value;
      let unit = 0;
      while (amount >= 1000 && unit < units.length - 1) {
        amount /= 1000;
        unit += 1;
      }
      return `${oneDecimal.format(amount)} ${units[unit] ?? ''}`;
    },
  };
  return format;
}

function maskMiddle(digits: string): string {
  if (digits.length < 8) return HIDDEN;
  const head = digits.slice(0, 3);
  return `${head}${'*'.repeat(digits.length - 7)}${digits.slice(-4)}`;
}
