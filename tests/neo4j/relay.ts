/** Stands between a driver and its server, so that connections can be cut and what is sent can be read. */
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export type Relay = Readonly<{
  uri: string;
  /** What the driver has sent since the last call. */
  sent(): Buffer;
  /** Breaks every connection that there is now; returns how many. */
  cut(): number;
  stop(): Promise<void>;
}>;

export async function startRelay(server: string): Promise<Relay> {
  const { hostname, port } = new URL(server.replace(/^\w+:/, 'http:'));
  const sockets = new Set<Socket>();
  let sent: Buffer[] = [];
  const relay = createServer((client) => {
    const behind = connect(Number(port), hostname);
    client.on('data', (bytes) => sent.push(Buffer.from(bytes)));
    client.pipe(behind).pipe(client);
    sockets.add(client);
    const end = () => {
      sockets.delete(client);
      client.destroy();
      behind.destroy();
    };
    for (const socket of [client, behind]) socket.on('error', end).on('close', end);
  }).listen(0, '127.0.0.1');
  await once(relay, 'listening');
  const address = relay.address();
  const cut = () => {
    const count = sockets.size;
    for (const socket of sockets) socket.destroy();
    return count;
  };
  return {
    uri: `bolt://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    sent() {
      const bytes = Buffer.concat(sent);
      sent = [];
      return bytes;
    },
    cut,
    async stop() {
      cut();
      relay.close();
      await once(relay, 'close');
    },
  };
}
