import {
  csvType,
  fileLimits,
  judgeFile,
  uploadKey,
  xlsxType,
} from '../../../functions/files/file.rules';

const list = { purpose: 'member_list', contentType: csvType, bytes: 1 } as const;
const { bytesMax } = fileLimits.member_list;

test.each([
  ['file_unfit', { contentType: 'text/html', bytes: bytesMax + 1 }],
  ['file_unfit', { contentType: 'application/zip' }],
  ['file_too_large', { bytes: bytesMax + 1 }],
  [undefined, { bytes: bytesMax }],
  [undefined, { contentType: xlsxType }],
])('%s ← %j', (code, more) => {
  expect(judgeFile({ ...list, ...more })).toBe(code);
});

test('a file lies under its purpose and its sender', () => {
  const named = { purpose: 'member_list', volunteerId: '0a', fileId: '1b' } as const;
  expect(uploadKey(named)).toBe('uploads/member_list/0a/1b');
});
