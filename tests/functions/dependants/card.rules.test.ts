import { judgeCard, judgeIssue } from '../../../functions/dependants/card.rules';

const card = { version: 1, number: 2, issuedAt: 1, issuedBy: 'me' };

test.each([
  ['none yet', undefined, undefined, { status: 'issued', number: 1 }],
  ['none yet, and one is said to be lost', undefined, 3, { status: 'issued', number: 1 }],
  ['asked again', card, undefined, { status: 'same', card }],
  ['lost', card, 2, { status: 'issued', number: 3 }],
  ['lost, and asked again after it was replaced', card, 1, { status: 'same', card }],
  [
    'lost for the 255th time',
    ...([{ ...card, number: 255 }, 255, { status: 'refused', code: 'cards_exhausted' }] as const),
  ],
] as const)('%s', (_name, known, replaces, verdict) => {
  expect(judgeIssue(known, replaces)).toEqual(verdict);
});

test.each([
  ['the last one', card, 2, undefined],
  ['one before', card, 1, 'card_replaced'],
  ['one that was never issued', card, 3, 'card_replaced'],
  ['a person without a card', undefined, 1, 'card_replaced'],
] as const)('scanned: %s → %s', (_name, known, number, code) => {
  expect(judgeCard(known, number)).toBe(code);
});
