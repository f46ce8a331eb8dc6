/** A time as people type it (`9:5`, `9：05`, `930`, `21`) as `HH:mm`; nothing where it is none. */
export function parseClock(text: string): string | undefined {
  const clean = text.normalize('NFKC').replace(/\s/g, '');
  const match = /^(\d{1,2}):(\d{1,2})$/.exec(clean) ?? /^(\d{1,2}?)(\d{2})?$/.exec(clean);
  if (!match) return undefined;
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
