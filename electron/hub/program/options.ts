import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Role, roleSchema } from '@shared/contracts/hub-http';

/** Where the hub's data are: a folder, or a PostgreSQL server. */
export type DataPlace = { dataDir: string } | { databaseUrl: string };

export type ServeOptions = {
  command: 'serve';
  place: DataPlace;
  /** 0: one that is free. */
  port: number;
  bind: string;
  tls?: { certFile: string; keyFile: string };
  /** Answers plain HTTP to other machines; said in so many words by whoever starts it. */
  isPlainAllowed: boolean;
  /** A proxy in front does TLS and names the caller in `X-Forwarded-For`. */
  isBehindProxy: boolean;
  /** What laptops are told to call; its own address unless a proxy or a name stands before it. */
  publicUrl?: string;
  /** With it, `/metrics` answers whoever shows it; without, only callers on this machine. */
  metricsToken?: string;
  connections: number;
};

export type HubCommand =
  | ServeOptions
  | { command: 'create-workspace'; place: DataPlace; name: string; url?: string }
  | {
      command: 'invite';
      place: DataPlace;
      workspaceId: string;
      role: Role;
      hours: number;
      groups?: string[];
      url?: string;
    }
  | { command: 'backup'; place: DataPlace; file: string }
  | { command: 'restore'; place: DataPlace; file: string }
  | { command: 'mark-restored'; place: DataPlace }
  | { command: 'help' };

/** What somebody typed cannot be done; the message says why and is theirs to read. */
export class UsageError extends Error {}

const DEFAULT_PORT = 8787;
const DEFAULT_CONNECTIONS = 10;
const DEFAULT_HOURS = 72;
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/;

export const isLoopback = (host: string): boolean => LOOPBACK.test(host);

const OPTIONS = {
  port: { type: 'string' },
  data: { type: 'string' },
  'database-url': { type: 'string' },
  bind: { type: 'string' },
  cert: { type: 'string' },
  key: { type: 'string' },
  'plain-http-on-this-network': { type: 'boolean' },
  'trust-proxy': { type: 'boolean' },
  'public-url': { type: 'string' },
  connections: { type: 'string' },
  workspace: { type: 'string' },
  role: { type: 'string' },
  hours: { type: 'string' },
  groups: { type: 'string' },
  url: { type: 'string' },
  to: { type: 'string' },
  from: { type: 'string' },
  help: { type: 'boolean' },
} as const;

type Values = ReturnType<typeof parseValues>['values'];
type Environment = Record<string, string | undefined>;

/** What the command line asks for; secrets may come by the environment instead, where `ps` shows none. */
export function parseCommand(args: readonly string[], env: Environment): HubCommand {
  const { values, positionals } = parseValues(args);
  const [command = 'serve', ...rest] = positionals;
  if (values.help || command === 'help') return { command: 'help' };
  const isNamed = command === 'create-workspace';
  if (rest.length > (isNamed ? 1 : 0)) throw new UsageError(`what is “${rest.at(-1)}”?`);
  const place = placeOf(values, env);
  switch (command) {
    case 'serve':
      return serveOptions(values, place, env);
    case 'create-workspace':
      return { command, place, name: needed(rest[0]?.trim(), 'the name'), ...urlOf(values.url) };
    case 'invite':
      return {
        command,
        place,
        workspaceId: needed(values.workspace, '--workspace ID'),
        role: roleOf(values.role),
        hours: numberOf(values.hours, '--hours', DEFAULT_HOURS, 1, 720),
        ...(values.groups ? { groups: values.groups.split(',').filter(Boolean) } : {}),
        ...urlOf(values.url),
      };
    case 'backup':
      return { command, place, file: needed(values.to, '--to FILE') };
    case 'restore':
      return { command, place, file: needed(values.from, '--from FILE') };
    case 'mark-restored':
      return { command, place };
    default:
      throw new UsageError(`there is no command “${command}”`);
  }
}

function parseValues(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function placeOf(values: Values, env: Environment): DataPlace {
  const databaseUrl = values['database-url'] ?? env.QUNDUO_HUB_DATABASE_URL;
  if (databaseUrl === undefined) {
    return { dataDir: values.data ?? join(homedir(), '.qunduo-hub') };
  }
  if (values.data !== undefined) {
    throw new UsageError('either --data (a folder) or --database-url (a server), not both');
  }
  if (!/^postgres(?:ql)?:\/\//.test(databaseUrl)) {
    throw new UsageError('--database-url begins with postgres://');
  }
  return { databaseUrl };
}

function serveOptions(values: Values, place: DataPlace, env: Environment): ServeOptions {
  const bind = values.bind ?? '127.0.0.1';
  const isPlainAllowed = values['plain-http-on-this-network'] ?? false;
  const isBehindProxy = values['trust-proxy'] ?? false;
  if ((values.cert === undefined) !== (values.key === undefined)) {
    throw new UsageError('--cert and --key belong together');
  }
  const tls =
    values.cert !== undefined && values.key !== undefined
      ? { certFile: values.cert, keyFile: values.key }
      : undefined;
  if (!isLoopback(bind) && !tls && !isPlainAllowed && !isBehindProxy) {
    throw new UsageError(
      `on ${bind} others on the network could read along, tokens included: give --cert and --key, ` +
        'put a TLS proxy before it (--trust-proxy), or, in a network where everybody may be trusted, ' +
        'say --plain-http-on-this-network',
    );
  }
  const metricsToken = env.QUNDUO_HUB_METRICS_TOKEN;
  return {
    command: 'serve',
    place,
    port: numberOf(values.port, '--port', DEFAULT_PORT, 0, 65_535),
    bind,
    ...(tls ? { tls } : {}),
    isPlainAllowed,
    isBehindProxy,
    ...(values['public-url'] === undefined
      ? {}
      : { publicUrl: addressOf(values['public-url'], '--public-url') }),
    ...(metricsToken ? { metricsToken } : {}),
    connections: numberOf(values.connections, '--connections', DEFAULT_CONNECTIONS, 2, 200),
  };
}

const urlOf = (url: string | undefined) =>
  url === undefined ? {} : { url: addressOf(url, '--url') };

function addressOf(text: string, name: string): string {
  if (!/^https?:\/\/[^/\s]+/.test(text)) throw new UsageError(`${name} begins with http(s)://`);
  return text.replace(/\/+$/, '');
}

function needed(value: string | undefined, what: string): string {
  if (!value) throw new UsageError(`${what} is missing`);
  return value;
}

function roleOf(text: string | undefined): Role {
  const role = roleSchema.safeParse(text);
  if (!role.success) throw new UsageError(`--role is one of ${roleSchema.options.join(', ')}`);
  return role.data;
}

function numberOf(
  text: string | undefined,
  name: string,
  otherwise: number,
  least: number,
  most: number,
): number {
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most) {
    throw new UsageError(`${name} is a whole number from ${least} to ${most}`);
  }
  return value;
}
