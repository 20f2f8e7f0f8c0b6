/** Whether a session still counts for what must not be done with a revoked one. */
export function mayAct(
  way: { epoch: number; volunteerId: string } | undefined,
  caller: { epoch: number; volunteerId: string },
): boolean {
  return way?.epoch === caller.epoch && way.volunteerId === caller.volunteerId;
}

/**
 * How a person is shown to others, in the form that WeChat's security guide asks for: 王*四, 欧**五; *三 for two
 * characters; 156******77 for a phone.
 */
export function maskName(name: string): string {
  const letters = [...name];
  const last = letters.at(-1) ?? '';
  if (letters.length <= 1) return '*';
  if (letters.length === 2) return `*${last}`;
  return `${letters[0]}${'*'.repeat(Math.min(letters.length - 2, 4))}${last}`;
}

export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}******${phone.slice(-2)}`;
