import { type BellMessage, bellMessage } from '@shared/contracts/hub-http';
import WebSocket from 'ws';

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 60_000;
const BEAT_MS = 20_000;
const CONNECT_MS = 15_000;
/** What the bell says is a few numbers. */
const MAX_MESSAGE_BYTES = 1024;

export type BellParts = {
  pass: () => Promise<{ url: string; token: string } | null>;
  onBell: (message: BellMessage) => void;
  /** Told when the line opens, and when it is lost. */
  onLine: (isOpen: boolean) => void;
  random?: () => number;
};

export type Bell = {
  open: () => void;
  /** The network is another, or the laptop woke: what looked open may be dead. */
  wake: () => void;
  close: () => void;
};

/** Listens to the hub's bell: one socket, which looks whether it is alive, and comes back by itself. */
export function createBell({ pass, onBell, onLine, random = Math.random }: BellParts): Bell {
  let isWanted = false;
  let socket: WebSocket | undefined;
  let timer: NodeJS.Timeout | undefined;
  let failures = 0;
  let isOpen = false;

  function tell(open: boolean): void {
    if (isOpen === open) return;
    isOpen = open;
    onLine(open);
  }

  function retry(): void {
    if (!isWanted) return;
    const delay = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** failures);
    failures = Math.min(failures + 1, 10);
    clearTimeout(timer);
    timer = setTimeout(() => void connect(), delay * (0.5 + random() / 2));
  }

  async function connect(): Promise<void> {
    clearTimeout(timer);
    // A token that cannot be read now is tried again like a hub that does not answer.
    const way = await pass().catch(() => null);
    if (!isWanted || socket) return;
    if (!way) return retry();
    const opened = new WebSocket(`${way.url.replace(/^http/, 'ws')}/v1/bell`, {
      headers: { authorization: `Bearer ${way.token}` },
      handshakeTimeout: CONNECT_MS,
      maxPayload: MAX_MESSAGE_BYTES,
      followRedirects: false,
      perMessageDeflate: false,
    });
    socket = opened;
    const stopBeat = keepAlive(opened);
    opened.on('open', () => {
      failures = 0;
      tell(true);
    });
    opened.on('message', (data) => {
      const message = readMessage(String(data));
      if (message) onBell(message);
    });
    // Its reason is of no use here: `close` follows, and the next question to the hub says why.
    opened.on('error', () => undefined);
    opened.on('close', () => {
      stopBeat();
      if (socket !== opened) return;
      socket = undefined;
      tell(false);
      retry();
    });
  }

  function drop(): void {
    const old = socket;
    socket = undefined;
    old?.terminate();
    tell(false);
  }

  return {
    open: () => {
      if (isWanted) return;
      isWanted = true;
      void connect();
    },
    wake: () => {
      if (!isWanted) return;
      drop();
      failures = 0;
      void connect();
    },
    close: () => {
      isWanted = false;
      failures = 0;
      clearTimeout(timer);
      drop();
    },
  };
}

/** A line that answers no ping within a beat is dead, whatever the system still believes. */
function keepAlive(socket: WebSocket): () => void {
  let isAlive = true;
  socket.on('pong', () => {
    isAlive = true;
  });
  const beat = setInterval(() => {
    if (!isAlive) return socket.terminate();
    if (socket.readyState !== WebSocket.OPEN) return;
    isAlive = false;
    socket.ping();
  }, BEAT_MS);
  return () => clearInterval(beat);
}

function readMessage(text: string): BellMessage | undefined {
  try {
    return bellMessage.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
