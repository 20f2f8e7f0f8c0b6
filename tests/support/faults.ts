/**
 * Faults that DynamoDB makes and the embedded engine does not: thrown inside the SDK's own retry loop, before the
 * request leaves. `make` gets the number of the request (from 1) and gives the error to throw, or nothing.
 */
export function injectFaults(commandName: string, make: (count: number) => Error | undefined) {
  const { database } =
    require('../../functions/platform/table') as typeof import('../../functions/platform/table');
  let count = 0;
  let thrown = 0;
  const name = `fault-${commandName}`;
  database().middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName !== commandName) return next(args);
      const error = make(++count);
      if (error) {
        thrown++;
        throw error;
      }
      return next(args);
    },
    { step: 'finalizeRequest', name, priority: 'low', override: true },
  );
  return { count: () => thrown, remove: () => database().middlewareStack.remove(name) };
}
