import type { EntityName } from '@shared/domain/registry';
import type { Rule } from '@shared/domain/rules/rule.schema';
import type { Segment, SegmentSnapshot } from '@shared/domain/segments/segment.schema';
import type { Tag } from '@shared/domain/tags/tag.schema';
import { allTags } from '@shared/domain/tags/tag-library';
import { unpackIds } from '@shared/lib/pack-ids';
import type { ConsoleDb } from '@/db/db';
import { rowTable } from '@/db/tables';

const ENTITIES: readonly EntityName[] = ['tags', 'segments', 'segmentSnapshots'];

/** The rules and lists to which rules may refer: tags, segments, snapshots. Read again after a change. */
export class RuleLibrary {
  tags: readonly Tag[] = [];
  private tagRules = new Map<string, Rule>();
  private tagIds = new Set<string>();
  private segmentRules = new Map<string, Rule>();
  private snapshotIds = new Set<string>();
  /** Ids of those snapshots that a rule asked for. */
  private snapshots = new Map<string, readonly string[]>();
  private isStale = true;
  private version = 0;

  constructor(
    private readonly database: () => Promise<ConsoleDb>,
    private readonly onChange: () => void,
  ) {}

  onCommit(entities: readonly EntityName[]): void {
    if (!entities.some((entity) => ENTITIES.includes(entity))) return;
    this.version += 1;
    this.isStale = true;
  }

  get isReady(): boolean {
    return !this.isStale;
  }

  async ready(): Promise<void> {
    while (this.isStale) {
      const { version } = this;
      const db = await this.database();
      const tags = (await rowTable(db, 'tags').toArray()) as Tag[];
      const segments = (await rowTable(db, 'segments').toArray()) as Segment[];
      const snapshotIds = await rowTable(db, 'segmentSnapshots').toCollection().primaryKeys();
      if (version !== this.version) continue;
      this.take(allTags(tags, 'zh'), segments, snapshotIds);
    }
  }

  private take(tags: readonly Tag[], segments: readonly Segment[], snapshotIds: string[]): void {
    this.tags = tags;
    this.tagIds = new Set(tags.map(({ id }) => id));
    this.tagRules = kept(this.tagRules, tags.flatMap(givingRule));
    this.segmentRules = kept(
      this.segmentRules,
      segments.map(({ id, rule }) => [id, rule]),
    );
    this.snapshotIds = new Set(snapshotIds);
    this.snapshots = new Map();
    this.isStale = false;
    this.onChange();
  }

  async loadSnapshots(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      if (this.snapshots.has(id) || !this.snapshotIds.has(id)) continue;
      const db = await this.database();
      const found = (await rowTable(db, 'segmentSnapshots').get(id)) as SegmentSnapshot | undefined;
      this.snapshots.set(id, found ? unpackIds(found.members) : []);
    }
  }

  hasSnapshots(ids: readonly string[]): boolean {
    return ids.every((id) => this.snapshots.has(id) || !this.snapshotIds.has(id));
  }

  readonly tagRule = (tagId: string): Rule | undefined => this.tagRules.get(tagId);
  readonly segmentRule = (segmentId: string): Rule | undefined => this.segmentRules.get(segmentId);
  readonly isTag = (tagId: string): boolean => this.tagIds.has(tagId);
  readonly isSegment = (segmentId: string): boolean => this.segmentRules.has(segmentId);
  readonly isSnapshot = (snapshotId: string): boolean => this.snapshotIds.has(snapshotId);
  readonly snapshotMembers = (snapshotId: string): readonly string[] | undefined =>
    this.snapshots.get(snapshotId);
}

function givingRule({ id, rule, isOff, isHidden }: Tag): [string, Rule][] {
  return rule && !isOff && !isHidden ? [[id, rule]] : [];
}

/** The same object for a rule that did not change: answers are kept by it. */
function kept(before: ReadonlyMap<string, Rule>, now: readonly (readonly [string, Rule])[]) {
  return new Map(
    now.map(([id, rule]) => {
      const known = before.get(id);
      return [id, known && JSON.stringify(known) === JSON.stringify(rule) ? known : rule];
    }),
  );
}
