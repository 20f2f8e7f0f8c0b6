import { bytesOfCode, certificateLink, codeIn, readCode } from '#shared/certificate-code';

test.each([0, 1, 2, 3, 31, 300])('%d bytes → read as they were written', (length) => {
  const bytes = Buffer.from(Array.from({ length }, (_, index) => (index * 37) % 256));
  expect(bytesOfCode(bytes.toString('base64url'))).toEqual(new Uint8Array(bytes));
});

test.each(['A', 'AB', 'AAB', 'A=', 'AA==', 'A+AA', '汉字汉字'])(
  '%s is not the form that an encoder writes → not read',
  (text) => expect(bytesOfCode(text)).toBeUndefined(),
);

test('bytes that are no text, and text that is no certificate → not read', () => {
  expect(readCode(Buffer.alloc(100, 0xff).toString('base64url'))).toBeUndefined();
  expect(readCode(Buffer.from(`1\n${'x'.repeat(200)}`).toString('base64url'))).toBeUndefined();
});

test('the code is found in its link and by itself, and in nothing else', () => {
  const code = 'Ab0_'.repeat(100);
  const link = certificateLink('https://volunteer.example.cn', code);
  expect(codeIn(link)).toBe(code);
  expect(codeIn(` ${code}\n`)).toBe(code);
  for (const text of ['', 'https://example.cn/c/AAAA', `${link}&x=1`, 'A'.repeat(28)]) {
    expect(codeIn(text)).toBeUndefined();
  }
});
