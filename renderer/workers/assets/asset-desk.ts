import { type AssetSend, assetSends, assetUses } from '@shared/domain/assets/asset-use.rules';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import type { ContentSend } from '@shared/domain/calendar/send.schema';
import type { Character } from '@shared/domain/content-results/character.schema';
import type { Experiment } from '@shared/domain/experiments/experiment.schema';
import type { Group } from '@shared/domain/groups/group.schema';
import { libraryUses } from '@shared/domain/library/library.rules';
import { LIBRARY_KINDS, type LibraryEntry } from '@shared/domain/library/library-entry.schema';
import type { EntityName, Row } from '@shared/domain/registry';
import { type ProxyMarked, proxyMarker } from 'comlink';
import type { ConsoleDb } from '@/db/db';
import { rowTable } from '@/db/tables';
import { compileNameTest } from '../index/name-match';
import { loadReadings } from '../index/pinyin-readings';
import type {
  AssetLine,
  AssetList,
  AssetPlaces,
  AssetQuestion,
  LibraryList,
  LibraryQuestion,
} from './asset-types';

/** `poster 2` before `poster 10`. */
const byName = new Intl.Collator('zh-CN', { numeric: true }).compare;
const UNUSED = { items: 0, sends: 0 } as const;

type Standing = { items: ContentItem[]; sends: AssetSend[] };

/** Files and texts for content, and where they are used; each method is a remote call. */
export class AssetDesk implements ProxyMarked {
  readonly [proxyMarker] = true;
  private kept: Promise<Standing> | undefined;

  constructor(private readonly database: () => Promise<ConsoleDb>) {}

  onCommit(entities: readonly EntityName[]): void {
    if (entities.includes('contentItems') || entities.includes('contentSends')) {
      this.kept = undefined;
    }
  }

  async list({ text = '', kinds, tag, isArchived }: AssetQuestion): Promise<AssetList> {
    const [{ items, sends }, assets, fits] = await Promise.all([
      this.standing(),
      this.all('assets'),
      nameTest(text),
    ]);
    const uses = assetUses(items, sends);
    const lines: AssetLine[] = [];
    const tags = new Map<string, number>();
    let archived = 0;
    for (const asset of assets) {
      if (asset.isArchived === true) archived += 1;
      for (const own of asset.tags) tags.set(own, (tags.get(own) ?? 0) + 1);
      if ((asset.isArchived === true) !== isArchived) continue;
      if (kinds && kinds.length > 0 && !kinds.includes(asset.kind)) continue;
      if (tag !== undefined && !asset.tags.includes(tag)) continue;
      if (![asset.name, ...asset.tags].some(fits)) continue;
      lines.push({ ...asset, use: uses.get(asset.id) ?? UNUSED });
    }
    return {
      lines: lines.sort((a, b) => b.addedAt - a.addedAt || byName(a.name, b.name)),
      counts: { inUse: assets.length - archived, archived },
      tags: [...tags]
        .map(([name, count]) => ({ tag: name, count }))
        .sort((a, b) => b.count - a.count || a.tag.localeCompare(b.tag)),
    };
  }

  /** Where these files went out already. */
  async sendsOf(assetIds: readonly string[]): Promise<AssetSend[]> {
    const wanted = new Set(assetIds);
    return (await this.standing()).sends.filter(({ assetId }) => wanted.has(assetId));
  }

  async places(assetId: string): Promise<AssetPlaces> {
    const [{ items }, groups, entries, characters, experiments] = await Promise.all([
      this.standing(),
      this.all('groups'),
      this.all('libraryEntries'),
      this.all('characters'),
      this.all('experiments'),
    ]);
    const isArm = ({ arms }: Experiment) => arms.some((arm) => arm.assetId === assetId);
    return {
      items: items
        .filter((item) => item.assetIds?.includes(assetId))
        .sort((a, b) => b.date.localeCompare(a.date))
        .map(({ id, title, date, slot, status }) => ({ id, title, date, slot, status })),
      groups: namesOf<Group>(groups, ({ qrAssetId }) => qrAssetId === assetId),
      characters: namesOf<Character>(characters, (it) => it.assetId === assetId),
      experiments: namesOf<Experiment>(experiments, isArm),
      entryCount: entries.filter((entry) => entry.assetId === assetId).length,
    };
  }

  async library({ kinds, text = '', isArchived }: LibraryQuestion): Promise<LibraryList> {
    const [{ items }, entries, fits] = await Promise.all([
      this.standing(),
      this.all('libraryEntries'),
      nameTest(text),
    ]);
    const counts = Object.fromEntries(LIBRARY_KINDS.map((kind) => [kind, 0])) as Record<
      LibraryEntry['kind'],
      number
    >;
    const shown: LibraryEntry[] = [];
    let archived = 0;
    for (const entry of entries) {
      if (entry.isArchived === true) archived += 1;
      if ((entry.isArchived === true) !== isArchived) continue;
      counts[entry.kind] += 1;
      if (kinds && kinds.length > 0 && !kinds.includes(entry.kind)) continue;
      if (fits(entry.text) || fits(entry.note ?? '')) shown.push(entry);
    }
    const uses = libraryUses(shown, items);
    return {
      lines: shown
        .sort((a, b) => b.addedAt - a.addedAt || a.text.localeCompare(b.text))
        .map((entry) => ({ ...entry, useCount: uses.get(entry.id) ?? 0 })),
      counts,
      archived,
    };
  }

  private async all<E extends EntityName>(entity: E): Promise<Row<E>[]> {
    const table = rowTable(await this.database(), entity);
    return (await table.toArray()) as unknown as Row<E>[];
  }

  private standing(): Promise<Standing> {
    if (this.kept) return this.kept;
    const reading = this.read();
    this.kept = reading;
    reading.catch(() => {
      if (this.kept === reading) this.kept = undefined;
    });
    return reading;
  }

  private async read(): Promise<Standing> {
    const [items, sends] = await Promise.all([this.all('contentItems'), this.all('contentSends')]);
    return { items, sends: assetSends(items, sends as ContentSend[]) };
  }
}

/** Tells whether a text fits what was typed; everything fits nothing. */
async function nameTest(text: string): Promise<(name: string) => boolean> {
  if (text.trim() === '') return () => true;
  const fits = compileNameTest(text, await loadReadings());
  return (name) => fits(name, 0, name.length);
}

const namesOf = <T extends { name: string }>(rows: readonly T[], isMeant: (row: T) => boolean) =>
  rows.filter(isMeant).map(({ name }) => name);
