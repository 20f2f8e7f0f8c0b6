import { api } from '#shared/api';
import { shippedPacks } from '../../../../../functions/rule-packs/shipped';
import { draftOf, textsOf } from '../../../../../miniapp/src/rule-packs/write/texts';

const kept = (pack: (typeof shippedPacks)[number]) => ({
  ...{ region: pack.region, validFrom: pack.validFrom, exact: pack.rounding.kind === 'exact' },
});

test.each(shippedPacks.map((pack) => [pack.name, pack]))(
  '%s → the form gives back what it was given, and the cloud takes it',
  (_name, pack) => {
    const { id: packId, version: _, ...content } = pack;
    const { draft, wrong } = draftOf(textsOf(pack), kept(pack));
    expect(wrong).toEqual({});
    expect(draft).toEqual(content);
    const request = { requestId: '01JD0000000000000000000000', packId, draft };
    expect(api['POST /rule-packs'].request.safeParse(request).success).toBe(true);
  },
);

const [, qingdao] = shippedPacks;
if (!qingdao) throw new Error('no pack');

test.each([
  ['name', ' '],
  ['source', ''],
  ['dailyMaxMinutes', '1441'],
  ['dailyMaxMinutes', '八'],
  ['weeklyMaxMinutes', '420'],
  ['noticeDays', '0'],
  ['typedPercent', '51'],
  ['short', '30 60\n1 30'],
  ['short', '1 60\n30 30'],
  ['rest', '30 61'],
  ['rest', '30'],
  ['perHour', '101'],
  ['perHour', '-1'],
  ['byCategory', '唱歌 5'],
  ['byCategory', '助学支教'],
  ['stars', '一星 300\n二星 100'],
  ['stars', '一星 100\n一星 200'],
  ['stars', '一星 100 随便'],
] as const)('%s: “%s” → said at that field, and only there', (name, text) => {
  const texts = { ...textsOf(qingdao), [name]: text };
  const { wrong } = draftOf(texts, kept(qingdao));
  expect(Object.keys(wrong)).toEqual([name]);
});

test('points of a category, a star by review, not to the minute → as the cloud counts them', () => {
  const texts = {
    ...textsOf(qingdao),
    ...{ perHour: '0.5', byCategory: '助学支教 12', stars: '一星 100\n五星 1500 评审' },
  };
  const { draft } = draftOf(texts, { ...kept(qingdao), exact: true });
  expect(draft.rounding).toEqual({ kind: 'exact' });
  expect(draft.points).toEqual({ perHour: 30, byCategory: { education: 720 } });
  expect(draft.stars[1]).toEqual({ name: '五星', hours: 1_500, reviewed: true });
});
