import type { Import, Source } from './sources';
import { findZone } from './zones';

const featureOf = (path: string) => /^renderer\/features\/([a-z0-9-]+)\//.exec(path)?.[1];

const isFeatureIndex = (path: string) =>
  /^renderer\/features\/[a-z0-9-]+\/index(?:\.tsx?)?$/.test(path);

function complainOfOwn(source: Source, path: string): string | undefined {
  const from = findZone(source.path);
  const to = findZone(path);
  if (!from || path === 'package.json' || path.startsWith('resources/')) return undefined;
  if (!to) return `${source.path} imports ${path}, which belongs to no zone`;
  const feature = featureOf(path);
  if (feature !== undefined && feature !== featureOf(source.path)) {
    const isAllowed = from.name === 'renderer/features' || from.name === 'renderer/app';
    if (isAllowed && isFeatureIndex(path)) return undefined;
    if (isAllowed)
      return `${source.path} reaches into ${path}: import renderer/features/${feature} through its index.ts`;
  }
  if (from.name === to.name || from.mayImport.includes(to.name)) return undefined;
  return `${source.path} (${from.name}) may not import ${path} (${to.name}): ${from.instead}`;
}

function complainOfPackage(source: Source, name: string): string | undefined {
  const zone = findZone(source.path);
  // A test of a pure room may read a file or ask the clock; what it tests may not.
  if (!zone || (source.isTest && name === 'node:')) return undefined;
  if (!zone.bannedPackages?.includes(name)) return undefined;
  return `${source.path} (${zone.name}) may not import ${name}: ${zone.instead}`;
}

const complainOf = (source: Source, item: Import) =>
  item.kind === 'own'
    ? complainOfOwn(source, item.path)
    : complainOfPackage(source, item.specifier.startsWith('node:') ? 'node:' : item.name);

/** Every import that goes against the arrows of zones.ts, in a sentence that says what to do. */
export function findForbiddenImports(sources: readonly Source[]): string[] {
  return sources.flatMap((source) =>
    source.imports.flatMap((item) => complainOf(source, item) ?? []),
  );
}

/** Features that need each other in a circle, e.g. `members → orders → members`. */
export function findFeatureCircles(sources: readonly Source[]): string[] {
  const needs = new Map<string, Set<string>>();
  for (const source of sources.filter(({ isTest }) => !isTest)) {
    const from = featureOf(source.path);
    if (from === undefined) continue;
    for (const item of source.imports) {
      const to = item.kind === 'own' ? featureOf(item.path) : undefined;
      if (to === undefined || to === from) continue;
      needs.set(from, (needs.get(from) ?? new Set()).add(to));
    }
  }
  const circles = new Set<string>();
  const visit = (feature: string, trail: readonly string[]) => {
    const start = trail.indexOf(feature);
    if (start >= 0) {
      circles.add([...trail.slice(start), feature].join(' → '));
      return;
    }
    for (const next of needs.get(feature) ?? []) visit(next, [...trail, feature]);
  };
  for (const feature of needs.keys()) visit(feature, []);
  return [...circles];
}
