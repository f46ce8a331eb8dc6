import { isDateFormat } from './number-format';
import { visitElements } from './small-xml';

/** For each cell format of the workbook 1 if numbers in it are dates. */
export function readDateStyles(xml: string): Uint8Array {
  const custom = new Map<number, string>();
  const formats: number[] = [];
  visitElements(xml, (path, attributes) => {
    if (path[0] !== 'styleSheet' || path.length !== 3) return;
    const [, parent, name] = path;
    if (name === 'numFmt' && parent === 'numFmts') {
      custom.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
    } else if (name === 'xf' && parent === 'cellXfs') {
      formats.push(Number(attributes.get('numFmtId') ?? 0));
    }
  });
  return Uint8Array.from(formats, (id) => (isDateFormat(id, custom) ? 1 : 0));
}
