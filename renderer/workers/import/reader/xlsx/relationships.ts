import { visitElements } from './small-xml';
import { partKey } from './zip-directory';

/** `kind` is the last word of the relationship's type, the same in both dialects of the standard. */
export type Relationship = { kind: string; part: string };

/** A target as the key of a part: from the root, or beside the part that names it. */
function resolveTarget(target: string, folder: string): string {
  const path = target.replace(/\\/g, '/');
  const steps: string[] = [];
  for (const step of (path.startsWith('/') ? path : `${folder}${path}`).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return partKey(steps.join('/'));
}

const folderOf = (part: string) => part.slice(0, part.lastIndexOf('/') + 1);

/** The relationships of a part (`''`: the package itself) by their ids; what lies outside is left out. */
export function readRelationships(xml: string, part: string): Map<string, Relationship> {
  const found = new Map<string, Relationship>();
  visitElements(xml, (path, attributes) => {
    if (path[path.length - 1] !== 'Relationship') return;
    const id = attributes.get('Id');
    const target = attributes.get('Target');
    if (!id || !target || attributes.get('TargetMode') === 'External') return;
    const type = attributes.get('Type') ?? '';
    const kind = type.slice(type.lastIndexOf('/') + 1);
    found.set(id, { kind, part: resolveTarget(target, folderOf(part)) });
  });
  return found;
}

/** Where a part's relationships lie. */
export function relationshipsOf(part: string): string {
  const folder = folderOf(part);
  return `${folder}_rels/${part.slice(folder.length)}.rels`;
}
