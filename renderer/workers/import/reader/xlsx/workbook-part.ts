import type { Sheet } from '@shared/domain/import/sheet';
import { Refusal, Unrecognised } from './refusals';
import { visitElements } from './small-xml';

/** `relation` is the id of the relationship that leads to the sheet's part. */
export type SheetEntry = { name: string; visibility: Sheet['visibility']; relation: string };
export type WorkbookPart = { sheets: SheetEntry[]; is1904: boolean };

const TRUE = new Set(['1', 'true', 'on']);

function visibilityOf(state: string | undefined): Sheet['visibility'] {
  return state === 'hidden' || state === 'veryHidden' ? state : 'visible';
}

/** `r:id`, under whatever prefix. */
function relationOf(attributes: ReadonlyMap<string, string>): string {
  for (const [name, value] of attributes) if (name.endsWith(':id')) return value;
  throw new Unrecognised('a sheet without a part');
}

/** The workbook's sheets in their order and its date system. */
export function readWorkbookPart(xml: string): WorkbookPart {
  const sheets: SheetEntry[] = [];
  let is1904 = false;
  visitElements(xml, (path, attributes) => {
    // Text documents and slides are packages of the same kind.
    if (path[0] !== 'workbook') throw new Refusal('foreign');
    const [, group, name] = path;
    // Extensions further in have elements of the same names.
    if (path.length === 2 && group === 'workbookPr') {
      is1904 = TRUE.has(attributes.get('date1904') ?? '');
    } else if (path.length === 3 && group === 'sheets' && name === 'sheet') {
      sheets.push({
        name: attributes.get('name') ?? '',
        visibility: visibilityOf(attributes.get('state')),
        relation: relationOf(attributes),
      });
    }
  });
  return { sheets, is1904 };
}
