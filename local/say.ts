/** What the local cloud says to the person at the terminal. */
export const say = (line: string): void => console.log(line);
export const complain = (line: string): void => console.error(line);

/** The sentence of whatever was thrown. */
export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
