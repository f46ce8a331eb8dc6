import type { PGlite } from '@electric-sql/pglite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import type { Turns } from './turns';

/** PGlite has one connection: who holds it holds it alone, a transaction from begin to commit. */
export class PgliteDialect implements Dialect {
  readonly #pglite: PGlite;
  readonly #turns: Turns;

  constructor(pglite: PGlite, turns: Turns) {
    this.#pglite = pglite;
    this.#turns = turns;
  }

  createDriver = (): Driver => new PgliteDriver(this.#pglite, this.#turns);
  createQueryCompiler = () => new PostgresQueryCompiler();
  createAdapter = () => new PostgresAdapter();
  createIntrospector: Dialect['createIntrospector'] = (db) => new PostgresIntrospector(db);
}

class PgliteDriver implements Driver {
  readonly #pglite: PGlite;
  readonly #turns: Turns;
  readonly #ends = new WeakMap<DatabaseConnection, () => void>();

  constructor(pglite: PGlite, turns: Turns) {
    this.#pglite = pglite;
    this.#turns = turns;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const end = await this.#turns.take();
    const connection = new PgliteConnection(this.#pglite);
    this.#ends.set(connection, end);
    return connection;
  }

  async beginTransaction(
    connection: DatabaseConnection,
    { isolationLevel, accessMode }: TransactionSettings,
  ): Promise<void> {
    const level = isolationLevel ? ` isolation level ${isolationLevel}` : '';
    const mode = accessMode ? ` ${accessMode}` : '';
    await connection.executeQuery(CompiledQuery.raw(`start transaction${level}${mode}`));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    this.#ends.get(connection)?.();
  }

  async destroy(): Promise<void> {}
}

class PgliteConnection implements DatabaseConnection {
  readonly #pglite: PGlite;

  constructor(pglite: PGlite) {
    this.#pglite = pglite;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, affectedRows } = await this.#pglite.query<R>(sql, [...parameters]);
    return affectedRows === undefined ? { rows } : { rows, numAffectedRows: BigInt(affectedRows) };
  }

  // biome-ignore lint/correctness/useYield: a driver without cursors says so when asked for one.
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('the embedded database has no cursors');
  }
}
