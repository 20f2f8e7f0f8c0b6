import { connect, connectStreams } from '../../local/dynamo';
import type { Handler } from '../../local/lambda';
import { invoke } from '../../local/lambda';
import { packagedFunctions } from '../../local/packaged';
import { createPump } from '../../local/pump';
import { openStream } from '../../local/table';

/**
 * Delivers the whole stream once more from its beginning, as Lambda may at any time: the same records with the same
 * event ids. Gives how many were read, and those that no reader could take.
 */
export async function deliverAgain() {
  const endpoint = process.env.DYNAMODB_ENDPOINT ?? '';
  const database = connect(endpoint);
  const streamArn = await openStream(database).finally(() => database.destroy());
  const readers = packagedFunctions().flatMap(({ name, stream }) => {
    if (!stream) return [];
    const { main } = require(`../../functions/stream/${name}.function`) as { main: Handler };
    return [
      {
        name,
        ...stream,
        call: (event: object) => invoke(main, event, { name, timeoutMs: 60_000 }),
      },
    ];
  });
  const client = connectStreams(endpoint);
  const pump = createPump({ client, streamArn, readers, pauseMs: () => 0 });
  const read = await pump.drain();
  await pump.stop();
  client.destroy();
  return { read, dead: pump.dead };
}
