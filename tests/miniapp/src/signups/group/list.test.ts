import { obstacleIn, readList } from '../../../../../miniapp/src/signups/group/list';

test.each([
  ['李雷 13800000000', '李雷', '13800000000'],
  ['13800000000，韩梅梅', '韩梅梅', '13800000000'],
  ['1. 李雷\t138 0000 0000', '李雷', '13800000000'],
  ['欧阳娜娜:138-0000-0000', '欧阳娜娜', '13800000000'],
  ['+8613800000000 李雷', '李雷', '13800000000'],
  ['李雷 １３８００００００００', '李雷', '13800000000'],
  ['阿卜杜拉·买买提、13800000000', '阿卜杜拉·买买提', '13800000000'],
])('%s → a name and a phone', (line, name, phone) => {
  expect(readList(line)).toEqual({ people: [{ name, phone }], wrong: [] });
});

test('lines that are no person are named; empty ones are nothing', () => {
  const listed = readList('李雷 13800000000\n\n韩梅梅\n12345678901 王芳\n13800000000\n');
  expect(listed.people).toHaveLength(1);
  expect(listed.wrong).toEqual([3, 4, 5]);
  expect(obstacleIn(listed)).toContain('第 3、4、5 行');
});

test('nobody, fifty and fifty-one', () => {
  const many = (count: number) =>
    readList(Array.from({ length: count }, () => '李雷 13800000000').join('\n'));
  expect(obstacleIn(many(0))).toContain('请填写名单');
  expect(obstacleIn(many(50))).toBeUndefined();
  expect(obstacleIn(many(51))).toContain('最多 50 人');
});
