import type { EntityName, Row } from '@shared/domain/registry';
import type { RowFrame } from '@shared/lib/row-frame';
import type { z } from 'zod';
import type { ErasedMore } from './write/scrub-past';

/**
 * What a command may do to the data, inside one transaction. Reads see the command's own writes.
 * Await nothing but these inside a command: a foreign promise would end the transaction early.
 */
export type Tx = {
  /** UTC ms at which the command began; the same for everything that it writes. */
  readonly now: number;
  /** Who works at this laptop, as they named themselves; absent when they did not. */
  readonly actor: string | undefined;
  newId(): string;
  /** As many fresh ascending ids, 16 bytes each: the id column of a frame. */
  newIds(count: number): Uint8Array;
  get<E extends EntityName>(entity: E, id: string): Promise<Row<E> | undefined>;
  getMany<E extends EntityName>(entity: E, ids: readonly string[]): Promise<(Row<E> | undefined)[]>;
  /** Rows of a `rows` entity by one of its declared indexes. */
  findBy<E extends EntityName>(entity: E, index: string, value: string): Promise<Row<E>[]>;
  /** Rows whose id starts with `prefix` (the sets of one member, the steps of one run). */
  findByIdPrefix<E extends EntityName>(entity: E, prefix: string): Promise<Row<E>[]>;
  all<E extends EntityName>(entity: E): Promise<Row<E>[]>;
  /**
   * Shows the named fields of every row of a paged entity, page by page: for a question over a big
   * store that no index answers.
   */
  scan(
    entity: EntityName,
    fields: readonly string[],
    visit: (row: { id: string } & Record<string, unknown>) => void,
  ): Promise<void>;
  /**
   * Ids of what belongs to these members, for each of them: from the index in memory when it is
   * there, else by one scan. Ask before the command writes to that entity.
   */
  idsOf(
    entity: 'orders' | 'interactions' | 'funnelEvents' | 'comments',
    memberIds: readonly string[],
  ): Promise<Map<string, string[]>>;
  /** The row goes through the entity's schema: defaults are filled, a bad row is a bug. */
  create<E extends EntityName>(entity: E, row: z.input<SchemaOf<E>>): Promise<void>;
  /** `undefined` as a value clears the field. */
  update<E extends EntityName>(entity: E, id: string, patch: Partial<Row<E>>): Promise<void>;
  remove(entity: EntityName, id: string): Promise<void>;
  /** Many new rows, already valid, with ascending fresh ids, all of one `batchId`. */
  bulkCreate<E extends EntityName>(entity: E, rows: Row<E>[]): Promise<void>;
  /**
   * The same by columns, `id` and `batchId` among them: no object per row is made. Ids ascend in the
   * order of the rows. `onRows` hears how many are packed; throwing there gives up.
   */
  bulkCreateFrame(
    entity: EntityName,
    frame: RowFrame,
    onRows?: (done: number) => void,
  ): Promise<void>;
  bulkUpdate<E extends EntityName>(
    entity: E,
    updates: { id: string; patch: Partial<Row<E>> }[],
  ): Promise<void>;
};

type SchemaOf<E extends EntityName> = typeof import('@shared/domain/schemas').schemas[E];

export type CommandLabel = { zh: string; en: string };

/**
 * A named change in the user's words. `label` says what undo will take back ("移动内容「周一早报」").
 * `entities` are the stores that the command touches (reads or writes).
 */
export type Command<Name extends string, Input extends z.ZodType, Result> = {
  readonly name: Name;
  readonly input: Input;
  readonly entities: readonly EntityName[];
  readonly label: (input: z.output<Input>) => CommandLabel;
  /** False for changes nobody would want to take back one by one (a tick of a clock). */
  readonly undoable?: boolean;
  /**
   * For commands that erase people: everything that remembers earlier states is cleaned in the same
   * transaction. Tells of the erased what the changes do not.
   */
  readonly erases?: (result: Result) => ErasedMore;
  readonly run: (tx: Tx, input: z.output<Input>) => Promise<Result>;
};

// biome-ignore lint/suspicious/noExplicitAny: a list of commands of every input and result
export type AnyCommand = Command<string, z.ZodType, any>;

export function defineCommand<Name extends string, Input extends z.ZodType, Result>(
  command: Command<Name, Input, Result>,
): Command<Name, Input, Result> {
  return command;
}
