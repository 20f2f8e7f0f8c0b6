import { isSignature, obstacleIn } from '../../../../miniapp/src/imported-hours/send-list';

test.each([
  [{ name: '清单.xlsx', bytes: 1 }, '请选择 .jsonl 清单文件'],
  [{ name: '清单.jsonl', bytes: 0 }, '这个文件是空的，请重新选择'],
  [{ name: '清单.jsonl', bytes: 10 * 1024 * 1024 + 1 }, '文件超过 10 MB，请拆成几份分别签名'],
  [{ name: '清单.JSONL', bytes: 10 * 1024 * 1024 }, undefined],
])('%j → %s', (file, said) => {
  expect(obstacleIn(file)).toBe(said);
});

test('a signature is 64 bytes in base64', () => {
  expect(isSignature(Buffer.alloc(64, 7).toString('base64'))).toBe(true);
  expect(isSignature(Buffer.alloc(63, 7).toString('base64'))).toBe(false);
});
