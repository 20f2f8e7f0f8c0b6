import { namesIn, wrongNames } from '../../../../../miniapp/src/organisations/specialities/names';

test('one a line, without empty ones', () => {
  expect(namesIn(' 帆船之都 \n\n红瓦绿树\n')).toEqual(['帆船之都', '红瓦绿树']);
  expect(namesIn('')).toEqual([]);
});

test.each([
  ['', undefined],
  ['帆船之都\n红瓦绿树', undefined],
  ['一二三四五六七八九十一二', undefined],
  ['一二三四五六七八九十一二三', '“一二三四五六七八九十一二三”超过 12 个字，请写短一些'],
  [Array.from({ length: 41 }, (_, at) => `特色${at}`).join('\n'), '最多 40 项，现在有 41 项'],
])('%s → %s', (text, wrong) => {
  expect(wrongNames(text)).toBe(wrong);
});
