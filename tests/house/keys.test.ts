import { sources, textOf } from '../support/tree';

/** `V#`, `SP#`, `#K` … in quotes: the shape that every key of the table has. */
const keyLiteral = /(['"`])(?:[A-Z]{1,3}#|#[A-Z]{1,2}\1)/;

/** The map: the keys of items, and those of the two indexes. */
const map = ['functions/keys.ts', 'functions/evidence-keys.ts', 'functions/indexes.ts'];

test('no key of the table is spelt outside the map of it', () => {
  const spelt = sources
    .filter((file) => /^(functions|local|shared)\//.test(file) && !map.includes(file))
    .flatMap((file) =>
      textOf(file)
        .split('\n')
        .flatMap((line, index) =>
          keyLiteral.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [],
        ),
    );
  expect(spelt).toEqual([]);
});

test('the check itself sees a key when there is one', () => {
  expect(keyLiteral.test(`const pk = \`V#\${id}\`;`)).toBe(true);
  expect(keyLiteral.test("sk: '#W'")).toBe(true);
  expect(keyLiteral.test("colour: '#FFFFFF'")).toBe(false);
});
