import { judgeBreak } from '../../../functions/services/break.rules';

const serving = { state: 'checked_in' as const };
const one = { from: 1, until: 2, beginId: 'a', endId: 'b' };
const open = { from: 3, beginId: 'c' };
const ten = Array.from({ length: 10 }, (_, index) => ({ ...one, beginId: `${index}` }));
const begin = { action: 'begin' as const, requestId: 'x', at: 9 };
const end = { ...begin, action: 'end' as const };
const same = { status: 'same' };
const refused = (code: string) => ({ status: 'refused', code });

// One row per outcome, in the order in which they are tried.
test.each([
  [
    'begun by this request, and ended since',
    { ...serving, breaks: [one] },
    { ...begin, requestId: 'a' },
    same,
  ],
  [
    'ended by this request, checked out since',
    { state: 'credited' as const, breaks: [one] },
    { ...end, requestId: 'b' },
    same,
  ],
  ['no record', undefined, begin, refused('not_serving')],
  ['signed up', { state: 'signed_up' as const }, begin, refused('not_serving')],
  ['checked out', { state: 'credited' as const }, begin, refused('not_serving')],
  ['waits for a word', { state: 'late' as const }, end, refused('not_serving')],
  ['begin, one is open', { ...serving, breaks: [one, open] }, begin, same],
  ['end, none is open', { ...serving, breaks: [one] }, end, same],
  ['end, there was none', serving, end, same],
  ['the eleventh', { ...serving, breaks: ten }, begin, refused('breaks_exhausted')],
  [
    'the tenth',
    { ...serving, breaks: ten.slice(1) },
    begin,
    { status: 'changed', breaks: [...ten.slice(1), { from: 9, beginId: 'x' }] },
  ],
  ['begin', serving, begin, { status: 'changed', breaks: [{ from: 9, beginId: 'x' }] }],
  [
    'end',
    { ...serving, breaks: [one, open] },
    end,
    { status: 'changed', breaks: [one, { ...open, until: 9, endId: 'x' }] },
  ],
])('%s', (_name, record, asked, verdict) => expect(judgeBreak(record, asked)).toEqual(verdict));
