import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Behaves as DynamoDB does under a rush and the engine does not: a transaction holds its items for a few milliseconds,
 * and another one that wants them meanwhile is cancelled with TransactionConflict. Tells whoever started it the port,
 * and when asked how many requests have passed; ends with them.
 */

/** How long a transaction holds its items: less than what was measured in the cloud, to be on the safe side. */
const holdMs = 5;

type Piece = Partial<Record<string, { Key?: object; Item?: { pk: object; sk: object } }>>;

function open(endpoint: string): void {
  const { hostname, port } = new URL(endpoint);
  const held = new Set<string>();
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  let count = 0;
  const server = createServer(async (asked, answer) => {
    const chunks: Buffer[] = [];
    for await (const chunk of asked) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    count += 1;
    const keys = keysIn(String(asked.headers['x-amz-target']), body);
    if (keys.some((key) => held.has(key))) {
      answer.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
      answer.end(conflict(keys.map((key) => held.has(key))));
      return;
    }
    for (const key of keys) held.add(key);
    const letGo = () => setTimeout(() => keys.forEach((key) => void held.delete(key)), holdMs);
    const passed = request(
      { agent, hostname, port, method: 'POST', path: '/', headers: asked.headers },
      (got) => {
        answer.writeHead(got.statusCode ?? 500, got.headers);
        got.pipe(answer);
      },
    );
    passed.on('error', () => answer.destroy());
    passed.on('close', letGo);
    passed.end(body);
  });
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
  process.on('message', () => process.send?.(count));
  process.on('disconnect', () => process.exit());
}

/** The items that a transaction writes; none for everything else. */
function keysIn(target: string, body: Buffer): string[] {
  if (!target.endsWith('.TransactWriteItems')) return [];
  const { TransactItems } = JSON.parse(body.toString()) as { TransactItems: Piece[] };
  return TransactItems.map((piece) => {
    const { Key, Item } = Object.values(piece)[0] ?? {};
    return JSON.stringify(Key ?? { pk: Item?.pk, sk: Item?.sk });
  });
}

const conflict = (isHeld: boolean[]): string =>
  JSON.stringify({
    __type: 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',
    Message: 'Transaction cancelled',
    CancellationReasons: isHeld.map((it) => ({ Code: it ? 'TransactionConflict' : 'None' })),
  });

open(process.argv[2] ?? '');
