import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Refusal } from '@shared/contracts/hub-http';
import { type WebSocket, WebSocketServer } from 'ws';
import { refuse } from '../service/refuse';
import { addressOf } from './address';
import { refusalOf, statusOf } from './answers';
import { bearerOf, type Desk } from './desk';

const PATH = '/v1/bell';
/** What stands beside the token where a caller can set no header. */
const PROTOCOL = 'qunduo-bell';
const TOKEN_PROTOCOL = 'qunduo-token.';
const BEAT_MS = 25_000;
const MAX_SOCKETS_A_SEAT = 8;
/** A laptop says nothing through the bell. */
const MAX_MESSAGE_BYTES = 1024;
const GONE = { revoked: 4403, closing: 1001 };

/** The socket `/v1/bell`: recognises like every request does, then says what `Bells` has to say. */
export class BellSocket {
  private readonly sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has(PROTOCOL) ? PROTOCOL : false),
  });
  private readonly alive = new WeakSet<WebSocket>();
  private readonly beating: NodeJS.Timeout;
  private isClosed = false;

  constructor(private readonly desk: Desk) {
    this.beating = setInterval(() => this.beat(), BEAT_MS);
    this.beating.unref();
  }

  attach(server: Server): void {
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      socket.on('error', () => socket.destroy());
      this.open(request, socket, head).catch((error: unknown) => {
        const refusal = refusalOf(error);
        if (!refusal) this.desk.parts.log.error('bell', error);
        refuseSocket(socket, refusal ?? { code: 'busy' });
      });
    });
  }

  close(): void {
    this.isClosed = true;
    clearInterval(this.beating);
    for (const socket of this.sockets.clients) socket.close(GONE.closing);
    this.sockets.close();
  }

  private async open(request: IncomingMessage, stream: Duplex, head: Buffer): Promise<void> {
    const { desk } = this;
    const address = addressOf(request, desk.parts.isBehindProxy ?? false);
    desk.buckets.address.take(address);
    if (this.isClosed || request.url?.split('?')[0] !== PATH) refuse('not-found');
    const seat = await desk.recognise(tokenOf(request), address);
    desk.buckets.seat.take(`${seat.workspaceId}/${seat.seatId}`);
    if (desk.bells.countOf(seat) >= MAX_SOCKETS_A_SEAT) refuse('rate-limited');
    this.sockets.handleUpgrade(request, stream, head, (socket) => {
      this.alive.add(socket);
      const leave = desk.bells.add(seat, {
        say: (message) => socket.send(JSON.stringify(message)),
        end: () => socket.close(this.isClosed ? GONE.closing : GONE.revoked),
      });
      socket.on('pong', () => this.alive.add(socket));
      socket.on('close', leave);
      socket.on('error', () => socket.terminate());
    });
  }

  /** Ends those that did not answer the last beat. */
  private beat(): void {
    for (const socket of this.sockets.clients) {
      if (!this.alive.has(socket)) socket.terminate();
      else {
        this.alive.delete(socket);
        socket.ping();
      }
    }
  }
}

function tokenOf({ headers }: IncomingMessage): string | undefined {
  const offered = headers['sec-websocket-protocol']?.split(',').map((it) => it.trim()) ?? [];
  const protocol = offered.find((it) => it.startsWith(TOKEN_PROTOCOL));
  return bearerOf(headers.authorization) ?? protocol?.slice(TOKEN_PROTOCOL.length);
}

function refuseSocket(socket: Duplex, refusal: Refusal): void {
  const body = JSON.stringify(refusal);
  const status = statusOf(refusal);
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nconnection: close\r\n` +
      `content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  );
}
