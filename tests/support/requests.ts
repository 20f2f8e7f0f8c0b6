/** A request to the table by the SDK's name of its command, with its input as it is sent. */
export type Sent = { name: string; input: Record<string, unknown> };

const database = () =>
  (
    require('../../functions/platform/table') as typeof import('../../functions/platform/table')
  ).database();

/** Writes down what the product asks of the table from now on; repetitions by the SDK itself are not counted. */
export function watchRequests() {
  const sent: Sent[] = [];
  const name = 'watch-requests';
  database().middlewareStack.add(
    (next, context) => (args) => {
      sent.push({ name: String(context.commandName), input: { ...args.input } });
      return next(args);
    },
    { step: 'serialize', name, override: true },
  );
  return {
    sent,
    names: () => sent.map((one) => one.name),
    stop: () => database().middlewareStack.remove(name),
  };
}

/**
 * Answers in place of a table, where the answer comes in: what is thrown goes through the SDK's own repetitions.
 * `answer` gets the number of the request, repetitions included, from 1.
 */
export function answerRequests(answer: (sent: Sent, count: number) => object | Error) {
  const sent: Sent[] = [];
  const name = 'answer-requests';
  database().middlewareStack.add(
    (_, context) =>
      async ({ input }) => {
        const one = { name: String(context.commandName), input: { ...input } };
        const given = answer(one, sent.push(one));
        if (given instanceof Error) throw given;
        return { response: {}, output: { $metadata: {}, ...given } };
      },
    { step: 'finalizeRequest', name, priority: 'low', override: true },
  );
  return { sent, stop: () => database().middlewareStack.remove(name) };
}
