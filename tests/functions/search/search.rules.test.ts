import fc from 'fast-check';
import { catalogueOf } from '../../../functions/catalogue/publish-catalogue';
import type { Entry } from '../../../functions/search/search.rules';
import { find, scoreOf, termsOf } from '../../../functions/search/search.rules';

const entry = (name: string, more: Partial<Entry> = {}): Entry => ({
  ...{ kind: 'organisation', id: name, name },
  ...more,
});
const indexed = (...entries: Entry[]) => catalogueOf(entries).content;
const only = (name: string) => indexed(entry(name))[0] ?? { ...entry(name), syllables: [] };

test.each([
  ['as written', '海边清洁', '海边'],
  ['in the middle', '海边清洁', '清洁'],
  ['two words in any order', '市南区海边清洁', '清洁 市南'],
  ['whole syllables', '海边清洁', 'haibian'],
  ['first letters', '海边清洁', 'hbqj'],
  ['first letters from the middle', '海边清洁', 'qj'],
  ['syllable and first letter', '海边清洁', 'haib'],
  ['first letter and syllable', '海边清洁', 'hbian'],
  ['the last one half typed', '海边清洁', 'haibianqin'],
  ['capitals and full width', '青岛ＥＦ队', 'ef'],
  ['a name read in two ways', '重庆路社区', 'chongqing'],
  ['letters and digits of the name itself', 'A1分队', 'a1'],
  ['ü typed as v', '绿色出行', 'lvse'],
])('%s: %s is found by %s', (_name, name, typed) => {
  expect(scoreOf(only(name), termsOf(typed))).toBeGreaterThanOrEqual(0);
});

test.each([
  ['another word', '海边清洁', '海岛'],
  ['one word of two', '海边清洁', '海边 助老'],
  ['letters that skip a syllable', '海边清洁', 'haiqing'],
  ['letters out of order', '海边清洁', 'bianhai'],
  ['more letters than the name has', '海边清洁', 'haibianqingjieb'],
])('%s: %s is not found by %s', (_name, name, typed) => {
  expect(scoreOf(only(name), termsOf(typed))).toBeUndefined();
});

test('nothing typed → nothing found', () => {
  expect(
    find(indexed(entry('海边清洁')), { terms: [], kind: 'organisation', now: 0, limit: 9 }),
  ).toEqual([]);
});

test('front before middle, sooner before later, short before long; over is not found', () => {
  const at = (name: string, startsAt: number, endsAt: number) =>
    entry(name, { kind: 'activity', startsAt, endsAt });
  const entries = indexed(
    at('周末清洁', 5, 10),
    at('清洁沙滩二号', 5, 10),
    at('清洁沙滩', 5, 10),
    at('清洁公园', 3, 10),
    at('清洁码头', 1, 2),
    entry('清洁总队'),
  );
  const found = find(entries, { terms: ['清洁'], kind: 'activity', now: 2, limit: 9 });
  expect(found.map(({ name }) => name)).toEqual([
    '清洁公园',
    '清洁沙滩',
    '清洁沙滩二号',
    '周末清洁',
  ]);
  expect(found[0]).not.toHaveProperty('syllables');
  expect(find(entries, { terms: ['清洁'], kind: 'activity', now: 2, limit: 1 })).toHaveLength(1);
});

test('whatever part of a name is typed, in characters or by its sound → it is found', () => {
  const names = ['青岛市志愿服务联合会', '市南区文化艺术服务志愿服务分队', '敬老爱老小分队'];
  fc.assert(
    fc.property(
      fc.constantFrom(...names.map(only)),
      fc.nat(20),
      fc.integer({ min: 1, max: 6 }),
      (one, start, length) => {
        const from = start % one.syllables.length;
        const written = [...one.name].slice(from, from + length).join('');
        const sound = one.syllables.slice(from, from + length).join('');
        const initials = one.syllables
          .slice(from, from + length)
          .map((it) => it[0])
          .join('');
        for (const typed of [written, sound, initials]) {
          expect(scoreOf(one, termsOf(typed))).toBeGreaterThanOrEqual(0);
        }
      },
    ),
  );
});

test('whatever is typed → an answer, never a fault, and in time', () => {
  const entries = indexed(entry('啊'.repeat(40)));
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (typed) => {
      find(entries, { terms: termsOf(typed), kind: 'organisation', now: 0, limit: 20 });
    }),
  );
  expect(scoreOf(only('啊'.repeat(40)), [`${'a'.repeat(19)}b`])).toBeUndefined();
});
