export const USAGE = `npm run hub -- [command] [options]

  (no command)              runs the hub until it is stopped
      --data DIR            its folder, with an embedded database (~/.qunduo-hub)
      --database-url URL    or a PostgreSQL server; several hubs may share one
      --port N              8787; 0 takes one that is free
      --bind ADDR           127.0.0.1; anything else needs one of the next three
      --cert FILE --key FILE             TLS, certificate and key as PEM
      --trust-proxy                      a proxy before it does TLS and names the callers
      --plain-http-on-this-network       no TLS, where everybody on the network may be trusted
      --public-url URL      what laptops call it
      --connections N       to the PostgreSQL server at most (10)
  create-workspace NAME     prints {"id", "name"}
  invite --workspace ID --role owner|leader|assistant|viewer
      --hours N             until it expires (72)
      --groups ID,ID        sees and changes only these groups; without, everything
                            prints {"code", "url", "expiresAt"}
  backup --to FILE          all workspaces, consistent, also while the hub runs
  restore --from FILE       into an empty folder or database
  mark-restored             after a database was put back by other means (pg_restore, a snapshot)

Every command takes --data DIR or --database-url URL as the hub does, and --url HUB for the address
that goes into invitations. By the environment: QUNDUO_HUB_DATABASE_URL, QUNDUO_HUB_METRICS_TOKEN.
`;
