import { judgeAdoption } from '../../../functions/rule-packs/adoption.rules';
import { qingdao } from '../../../functions/rule-packs/shipped';

const now = Date.UTC(2026, 10, 24, 4);
const pack = { ...qingdao, version: 2, validFrom: '20261125' };
const stored = { version: 1, pack, writtenBy: 'author' };
const asked = { simulation: 'done' as const, by: 'other', now };

test('tried, by another one, before it begins → open', () => {
  expect(judgeAdoption(stored, asked)).toEqual({ status: 'open', stored });
});

test('adopted by the same → their own answer again', () => {
  const adopted = { ...stored, adoptedBy: 'other' };
  expect(judgeAdoption(adopted, asked)).toEqual({ status: 'exists', stored: adopted });
});

/** Each row has everything that is wrong with the rows below it. */
const late = { ...stored, pack: { ...pack, validFrom: '20261124' } };
test.each([
  ['not there', undefined, asked, 'not_found'],
  [
    'the author',
    { ...late, adoptedBy: 'third' },
    { ...asked, by: 'author', simulation: undefined },
    'not_to_oneself',
  ],
  [
    'adopted by somebody else',
    { ...late, adoptedBy: 'third' },
    { ...asked, simulation: undefined },
    'pack_adopted',
  ],
  ['never tried', late, { ...asked, simulation: undefined }, 'pack_not_simulated'],
  [
    'not tried to the end',
    late,
    { ...asked, simulation: 'running' as const },
    'pack_not_simulated',
  ],
  [
    'its trial was broken off',
    late,
    { ...asked, simulation: 'stopped' as const },
    'pack_not_simulated',
  ],
  ['begins today', late, asked, 'pack_begins_too_early'],
])('%s → refused', (_name, known, by, code) => {
  expect(judgeAdoption(known, by)).toEqual({ status: 'refused', code });
});
