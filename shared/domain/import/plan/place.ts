import type { RowReader } from './row-reader';

/** Province, city and district in one line; a municipality is not said twice. */
function administrative(reader: RowReader): string {
  const parts: string[] = [];
  for (const field of ['province', 'city', 'district'] as const) {
    const part = reader.line(field, 100);
    if (part && part !== parts.at(-1)) parts.push(part);
  }
  return parts.join('');
}

/** Where a person is: the region column, or what province, city and district say together. */
export function readRegion(reader: RowReader): string | undefined {
  return reader.line('region', 100) ?? (administrative(reader).slice(0, 100) || undefined);
}

/** The address with 省市区 before it and 弄, 楼, 房 behind it where the file keeps them apart. */
export function readAddress(reader: RowReader, hasBuilding: boolean): string | undefined {
  const street = reader.line('address', 500) ?? '';
  const area = administrative(reader);
  const building = hasBuilding ? reader.lines('building').join('-') : '';
  const whole = `${street.startsWith(area) ? '' : area}${street}`;
  const address = building === '' ? whole : `${whole} ${building}`.trim();
  return street === '' && building === '' ? undefined : address.slice(0, 500);
}
