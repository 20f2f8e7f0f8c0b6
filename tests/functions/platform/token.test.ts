import fc from 'fast-check';
import type { CodeKind } from '#shared/code';
import { codeKinds, kindOf } from '#shared/code';
import { readDigits, readToken, signer } from '../../../functions/platform/token';

const master = (version: number, byte: number) =>
  `${version}:${Buffer.alloc(32, byte).toString('base64')}`;
const subject = 'a1b2c3d4e5f6';

beforeEach(() => {
  process.env.CODE_MASTERS = master(2, 7);
});

const kinds = fc.constantFrom(...(Object.keys(codeKinds) as CodeKind[]));
const subjects = fc
  .uint8Array({ minLength: 6, maxLength: 6 })
  .map((bytes) => Buffer.from(bytes).toString('hex'));

test('any code → 28 characters that read back as the same code', () => {
  const step = fc.nat(2 ** 24 - 1);
  fc.assert(
    fc.property(kinds, subjects, step, fc.nat(255), (kind, of, at, gate) => {
      const token = signer(kind, of).token(at, gate);
      expect(token).toMatch(/^[A-Za-z0-9_-]{28}$/);
      expect(kindOf(token)).toBe(kind);
      expect(readToken(token)).toEqual({ kind, subject: of, step: at, gate });
    }),
  );
});

test('every single bit of a token, turned → not one of ours', () => {
  const token = signer('checkin', subject).token(1_900_000, 3);
  const bytes = Buffer.from(token, 'base64url');
  const read = [];
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const turned = Buffer.from(bytes);
    turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    read.push(readToken(turned.toString('base64url')));
  }
  expect(read).toHaveLength(168);
  expect(read.filter(Boolean)).toEqual([]);
  expect(readToken(token)).toBeDefined();
});

/** The body of one code with the mark of another. */
function grafted(body: string, mark: string): string {
  const bytes = [Buffer.from(body, 'base64url'), Buffer.from(mark, 'base64url')] as const;
  return Buffer.concat([bytes[0].subarray(0, 11), bytes[1].subarray(11)]).toString('base64url');
}

test.each([
  ['another kind', signerOf('checkout', subject)],
  ['another subject', signerOf('checkin', 'a1b2c3d4e5f7')],
])('the mark of %s does not carry over', (_name, other) => {
  const [mine, others] = [signer('checkin', subject).token(5, 1), other().token(5, 1)];
  expect(readToken(others)).toBeDefined();
  expect(readToken(grafted(mine, others))).toBeUndefined();
  expect(readToken(grafted(others, mine))).toBeUndefined();
});

/** Made when the test runs: the master is set by then. */
function signerOf(kind: CodeKind, of: string) {
  return () => signer(kind, of);
}

test.each([
  ['nothing', ''],
  ['27 characters', 'A'.repeat(27)],
  ['29 characters', 'A'.repeat(29)],
  ['characters of plain base64', `${'A'.repeat(26)}+/`],
  ['a kind that no code has', `${Buffer.alloc(21, 0x2f).toString('base64url')}`],
  ['noughts', 'A'.repeat(28)],
])('%s → not one of ours', (_name, text) => {
  expect(readToken(text)).toBeUndefined();
});

test('the master rotates → what the previous one signed still reads, the new one signs', () => {
  const before = signer('checkin', subject).token(9, 0);
  process.env.CODE_MASTERS = `${master(3, 8)},${master(2, 7)}`;
  const after = signer('checkin', subject).token(9, 0);
  expect(after).not.toBe(before);
  expect([readToken(before), readToken(after)]).toEqual([
    { kind: 'checkin', subject, step: 9, gate: 0 },
    { kind: 'checkin', subject, step: 9, gate: 0 },
  ]);
  process.env.CODE_MASTERS = master(3, 8);
  expect(readToken(before)).toBeUndefined();
  expect(readToken(after)).toBeDefined();
});

test('another cloud with a master of the same number → its codes are not ours', () => {
  const foreign = signer('checkin', subject).token(9, 0);
  process.env.CODE_MASTERS = master(2, 9);
  expect(readToken(foreign)).toBeUndefined();
});

const asked = (digits: string, more: Partial<Parameters<typeof readDigits>[0]> = {}) =>
  readDigits({ digits, kind: 'checkin', subject, steps: [4, 5, 6, 7], gates: [0, 1], ...more });

test('digits of a step and a gate that count → that very code', () => {
  const digits = signer('checkin', subject).digits(5, 1);
  expect(digits).toMatch(/^\d{6}$/);
  expect(asked(digits)).toEqual({ kind: 'checkin', subject, step: 5, gate: 1 });
});

test.each([
  ['another step', { steps: [6, 7, 8, 9] }],
  ['another gate', { gates: [0] }],
  ['another kind', { kind: 'checkout' as const }],
  ['another shift', { subject: 'a1b2c3d4e5f7' }],
  ['no gate at all', { gates: [] }],
])('the same digits at %s → nothing', (_name, more) => {
  expect(asked(signer('checkin', subject).digits(5, 1), more)).toBeUndefined();
});

test('digits that the previous master made still count after a rotation', () => {
  const digits = signer('checkin', subject).digits(5, 1);
  process.env.CODE_MASTERS = `${master(3, 8)},${master(2, 7)}`;
  expect(asked(digits)).toMatchObject({ step: 5, gate: 1 });
});

test('digits are spread: 2,000 steps make hardly any twice, and some begin with 0', () => {
  const sign = signer('checkin', subject);
  const made = Array.from({ length: 2_000 }, (_, step) => sign.digits(step, 0));
  expect(new Set(made).size).toBeGreaterThan(1_980);
  expect(made.some((digits) => digits.startsWith('0'))).toBe(true);
});
