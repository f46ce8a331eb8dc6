/** As much of sql.js as the tests use; it brings no types of its own. */
declare module 'sql.js' {
  type SqlValue = string | number | null;
  type Database = {
    run(sql: string, values?: readonly SqlValue[]): Database;
    exec(sql: string): { columns: string[]; values: SqlValue[][] }[];
    close(): void;
  };
  const initSqlJs: () => Promise<{ Database: new () => Database }>;
  // biome-ignore lint/style/noDefaultExport: the package exports this way
  export default initSqlJs;
}
