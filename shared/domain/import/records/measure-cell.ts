import { valueText } from '../cells/text-cell';
import { isCellError, type RawCell } from '../sheet';

export type MeasureCell =
  | { kind: 'none' }
  | { kind: 'measure'; value: number; unit: string | undefined }
  | { kind: 'bad' };

const MEASURE = /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|[+-]?\.\d+)(万|亿|w|k)?(.*)$/i;
const SCALE: Record<string, number> = { 万: 1e4, w: 1e4, 亿: 1e8, k: 1e3 };

/** A number with what stands behind it: `1,284`, `1.2万`, `12.5%`, `-18℃`, `36人`. */
export function parseMeasureCell(cell: RawCell): MeasureCell {
  if (typeof cell === 'number') {
    return Number.isFinite(cell)
      ? { kind: 'measure', value: cell, unit: undefined }
      : { kind: 'bad' };
  }
  if (typeof cell === 'boolean' || cell instanceof Date || isCellError(cell))
    return { kind: 'bad' };
  const text = valueText(cell).normalize('NFKC').replace(/[−–—]/g, '-').trim();
  if (text === '') return { kind: 'none' };
  const match = MEASURE.exec(text);
  if (!match) return { kind: 'bad' };
  const [, digits = '', scale, rest = ''] = match;
  const value = Number(digits.replace(/,/g, '')) * (SCALE[scale?.toLowerCase() ?? ''] ?? 1);
  const unit = rest.trim();
  // Another number behind it (a range, a date) is no one number.
  if (/\d/.test(unit)) return { kind: 'bad' };
  // Tens of thousands come with a decimal point whose float noise nobody wrote.
  return { kind: 'measure', value: Number(value.toPrecision(15)), unit: unit || undefined };
}

/** A duration in seconds: `95`, `95秒`, `18分钟`, `1小时5分`, `01:35`, `1:02:03`. */
export function parseSecondsCell(cell: RawCell): MeasureCell {
  if (typeof cell === 'number') return parseMeasureCell(cell);
  if (cell instanceof Date) {
    const value = Math.round((cell.getTime() % 86_400_000) / 1000);
    return { kind: 'measure', value: (value + 86_400) % 86_400, unit: '秒' };
  }
  const text = valueText(cell).normalize('NFKC').replace(/\s/g, '');
  const clock = /^(?:(\d+):)?(\d{1,2}):(\d{2})$/.exec(text);
  if (clock) {
    const [, hours = '0', minutes = '0', seconds = '0'] = clock;
    const value = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    return { kind: 'measure', value, unit: '秒' };
  }
  const worded =
    /^(?:(\d+)(?:小时|h))?(?:(\d+(?:\.\d+)?)(?:分钟?|min|m))?(?:(\d+(?:\.\d+)?)(?:秒钟?|s))?$/i.exec(
      text,
    );
  if (text !== '' && worded) {
    const [, hours = '0', minutes = '0', seconds = '0'] = worded;
    const value = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    return { kind: 'measure', value, unit: '秒' };
  }
  return parseMeasureCell(cell);
}

/** `12~18℃`, `12℃/18℃`, `-3至5`, `18`: the lower and the higher, in degrees Celsius. */
export function parseTemperatures(cell: RawCell): { lowC: number; highC: number } | undefined {
  const text = valueText(cell).normalize('NFKC').replace(/[−–—]/g, '-');
  const found = /^(-?\d+(?:\.\d+)?)\s*[℃°c]*\s*(?:[~至到/-]\s*(-?\d+(?:\.\d+)?)\s*[℃°c]*)?$/i.exec(
    text.replace(/°C/gi, '℃'),
  );
  if (!found?.[1]) return undefined;
  const first = Number(found[1]);
  const second = found[2] === undefined ? first : Number(found[2]);
  return { lowC: Math.min(first, second), highC: Math.max(first, second) };
}
