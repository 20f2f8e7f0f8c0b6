/** A list as people paste it: one person a line, name and phone in any order, with whatever stands between them. */
export type Listed = { people: { name: string; phone: string }[]; wrong: number[] };

export const peopleMax = 50;
const phonePattern = /(?:\+?86)?(1[3-9]\d{9})(?!\d)/;

/** The people of a list, and the numbers of the lines (from 1) that are no person. */
export function readList(text: string): Listed {
  const people: Listed['people'] = [];
  const wrong: number[] = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    const bare = line.replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10));
    const joined = bare.replace(/(\d)[ -](?=\d)/g, '$1');
    const found = phonePattern.exec(joined);
    const name = joined
      .replace(found?.[0] ?? '', '')
      .replace(/^\s*\d+[.、)）]\s*/, '')
      .replace(/[\s,，;；、:：\t|]+/g, ' ')
      .trim();
    if (!found?.[1] || name === '' || name.length > 20 || /\d/.test(name)) wrong.push(index + 1);
    else people.push({ name, phone: found[1] });
  });
  return { people, wrong };
}

/** What keeps a list from being sent, as a sentence; undefined when nothing does. */
export function obstacleIn({ people, wrong }: Listed): string | undefined {
  if (wrong.length > 0) {
    return `第 ${wrong.slice(0, 5).join('、')} 行没有认出姓名和手机号，请改成“姓名 手机号”`;
  }
  if (people.length === 0) return '请填写名单，每行一个人';
  if (people.length > peopleMax) {
    return `一次最多 ${peopleMax} 人，现在有 ${people.length} 人，请分几次提交`;
  }
  return undefined;
}
