import { sources, textOf } from '../support/tree';

const linesMax = 300;

test(`a file fits on two screens: at most ${linesMax} lines`, () => {
  const long = sources
    .map((file) => ({ file, lines: textOf(file).split('\n').length }))
    .filter(({ lines }) => lines > linesMax);
  expect(long).toEqual([]);
});

test('nothing is left for later, and nothing was commented out', () => {
  const unfinished = /\b(TODO|FIXME|XXX|HACK)\b|^\s*\/\/\s*(const|let|return|await|import|if \()/;
  const found = sources
    .filter((file) => !file.startsWith('tests/house/'))
    .flatMap((file) =>
      textOf(file)
        .split('\n')
        .flatMap((line, index) => (unfinished.test(line) ? [`${file}:${index + 1}`] : [])),
    );
  expect(found).toEqual([]);
});
