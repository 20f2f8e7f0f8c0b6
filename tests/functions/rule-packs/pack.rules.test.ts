import { rulePack } from '#shared/rule-packs';
import { startOfDay } from '#shared/time';
import { districtCodes } from '#shared/vocabulary';
import {
  beginsInTime,
  nextVersion,
  packFor,
  standingOf,
  wouldHold,
} from '../../../functions/rule-packs/pack.rules';
import { shippedPacks } from '../../../functions/rule-packs/shipped';

const today = startOfDay('20261124');

test.each(shippedPacks.map((pack) => [pack.name, pack]))('%s → fits the schema', (_name, pack) => {
  expect(rulePack.parse(pack)).toEqual(pack);
});

test.each([
  ['370202', 'qingdao'],
  ['370281', 'jiaozhou-2015'],
  ['500111', 'chongqing'],
  ['320582', 'zhangjiagang'],
  ['110101', 'standard'],
])('district %s → %s: the narrowest region that fits', (district, id) => {
  expect(packFor(shippedPacks, district, today).id).toBe(id);
});

test.each(districtCodes)('district %s → a pack holds there', (code) => {
  expect(packFor(shippedPacks, code, today).version).toBe(1);
});

const pack = (id: string, more: object) => {
  return { id, version: 1, region: '', validFrom: '20200101', ...more };
};

test.each([
  ['one has not begun', [pack('a', {}), pack('b', { validFrom: '20270101' })], 'a 1'],
  ['one began later', [pack('a', {}), pack('b', { validFrom: '20260101' })], 'b 1'],
  ['on its first day', [pack('a', {}), pack('b', { validFrom: '20261124' })], 'b 1'],
  ['two versions of a day', [pack('a', {}), pack('a', { version: 2 })], 'a 2'],
  [
    'narrower beats later',
    [pack('a', { region: '3702' }), pack('b', { validFrom: '20260101' })],
    'a 1',
  ],
])('%s → %s', (_name, packs, name) => {
  const { id, version } = packFor(packs, '370202', today);
  expect(`${id} ${version}`).toBe(name);
});

test('no pack at all → a fault, not a guess', () => {
  expect(() => packFor([], '370202', today)).toThrow('no rule pack');
});

const city = (version: number, validFrom: string) => ({
  ...{ id: 'city', version, region: '3702', validFrom },
});
test.each([
  ['nobody adopted it', city(2, '20270101'), [city(1, '20200101')], { standing: 'candidate' }],
  ['adopted for later', city(2, '20270101'), [city(2, '20270101')], { standing: 'coming' }],
  ['the only one', city(1, '20200101'), [city(1, '20200101')], { standing: 'in_force' }],
  ['from today on', city(1, '20261124'), [city(1, '20261124')], { standing: 'in_force' }],
  [
    'another one comes',
    city(1, '20200101'),
    [city(1, '20200101'), city(2, '20270101')],
    { standing: 'in_force', validUntil: '20261231' },
  ],
  [
    'another one has begun today',
    city(1, '20200101'),
    [city(1, '20200101'), city(2, '20261124')],
    { standing: 'superseded', validUntil: '20261123' },
  ],
  [
    'one of another region comes',
    city(1, '20200101'),
    [city(1, '20200101'), { ...city(2, '20261101'), region: '370202' }],
    { standing: 'in_force' },
  ],
])('%s → where it stands', (_name, one, adopted, standing) => {
  expect(standingOf(one, adopted, today)).toEqual(standing);
});

test('the past is counted by a pack only where no narrower one holds', () => {
  const narrow = [city(1, '20200101'), { ...city(1, '20150101'), region: '370281' }];
  expect(wouldHold(city(2, '20270101'), narrow, '370202')).toBe(true);
  expect(wouldHold(city(2, '20270101'), narrow, '370281')).toBe(false);
  expect(wouldHold(city(2, '20270101'), narrow, '500111')).toBe(false);
});

test('a pack begins tomorrow at the earliest; the next version is one more than the last', () => {
  expect(beginsInTime({ validFrom: '20261124' }, today)).toBe(false);
  expect(beginsInTime({ validFrom: '20261125' }, today)).toBe(true);
  expect(nextVersion('city', [city(1, ''), city(3, ''), { id: 'other', version: 9 }])).toBe(4);
  expect(nextVersion('new', [city(1, '')])).toBe(1);
});
