import fc from 'fast-check';
import type { RulePack } from '#shared/rule-packs';
import { hourMs, minuteMs } from '#shared/time';
import type { HoursEntry } from '../../../functions/hours/hours.table';
import type { Wallet } from '../../../functions/ledger/wallet.table';
import { balanceOf, emptyWallet } from '../../../functions/ledger/wallet.table';
import type { Write } from '../../../functions/platform/table';
import type { Posting } from '../../../functions/points/point.table';
import { owedAccount, walletAccount } from '../../../functions/points/point.table';
import type { Credit, CreditedShift } from '../../../functions/records/crediting';
import { correct, credit, payWaiting } from '../../../functions/records/crediting';
import type { Evidence, ServiceRecord } from '../../../functions/records/record.rules';
import { shippedPacks, standard } from '../../../functions/rule-packs/shipped';

const volunteerId = '0123456789ab';
const startsAt = Date.UTC(2026, 10, 24, 6);
/** What is credited in a test is written down as it happens in it. */
const at = Date.now();
const shift: CreditedShift = {
  ...{ shiftId: 'a'.repeat(12), organisationId: 'b'.repeat(12), path: ['b'.repeat(12)] },
  ...{ district: '370202', category: 'environment', radiusMeters: 300 },
  pack: { id: 'standard', version: 1 },
};
const scanned: Evidence = { scanId: 'S', by: 'token', gate: 0, step: 1 };
const said: Evidence = { ...scanned, by: 'confirmed' };

const record = (minutes: number, evidence = scanned): ServiceRecord => ({
  ...{ version: 1, volunteerId, maskedName: '李*', shiftId: shift.shiftId },
  ...{ activityId: 'c'.repeat(12), title: '海边清洁', placeName: '五四广场' },
  ...{ startsAt, endsAt: startsAt + 8 * hourMs, state: 'checked_in', walkIn: false },
  ...{ placeShard: 0, salt: 'salt', gx1pk: '', gx1sk: '' },
  ...{ inAt: startsAt, inEvidence: evidence },
  ...{ outAt: startsAt + minutes * minuteMs, outEvidence: evidence },
});
const frameOf = (pack: RulePack) => ({ shift, pack, at });
const frame = frameOf(standard);

const putsOf = <T>(writes: Write[], prefix: string): T[] =>
  writes.flatMap(({ Put }) => {
    const item = Put?.Item as ({ sk: string } & T) | undefined;
    return item?.sk.startsWith(prefix) ? [item] : [];
  });
const entriesOf = (writes: Write[]) => putsOf<HoursEntry>(writes, 'H#');
const postingsOf = (writes: Write[]) => putsOf<Posting>(writes, 'L#');

test('scanned at both ends: the points at once', () => {
  const { record: done, wallet } = credit(record(90), emptyWallet, frame);
  expect(done).toMatchObject({ state: 'credited', creditedMinutes: 90, grade: 'C', points: 15 });
  expect(done.pointsWait).toBeUndefined();
  expect(balanceOf(wallet)).toBe(15);
});

test('somebody said a time: the points wait; they come once, and then there is no waiting', () => {
  const waiting = credit(record(90, said), emptyWallet, frame);
  expect(waiting.record).toMatchObject({ grade: 'D', pointsWait: true });
  expect(waiting.record.points).toBeUndefined();
  const paid = payWaiting({ ...waiting.record, noticeUntil: at }, waiting.wallet, frame);
  expect(paid.record).toMatchObject({ points: 15 });
  expect(paid.record.pointsWait).toBeUndefined();
  expect(paid.record.gx2pk).toBeUndefined();
  expect(balanceOf(paid.wallet)).toBe(15);
});

test('what waits for the end of its notice is listed by that day, and not any more when it is taken out', () => {
  const noticeUntil = at + hourMs;
  const waiting = credit({ ...record(90, said), noticeUntil }, emptyWallet, frame);
  expect(waiting.record.gx2pk).toMatch(/^ND#\d{8}#\d$/);
  const none = correct(waiting.record, waiting.wallet, { ...frame, next: undefined });
  expect(none.record).toMatchObject({ state: 'declined', creditedMinutes: 0 });
  expect(none.record.gx2pk).toBeUndefined();
  expect(none.record.pointsWait).toBeUndefined();
});

test('corrected during the notice to a time that somebody said: points go back and wait again', () => {
  const first = credit({ ...record(120), noticeUntil: at + hourMs }, emptyWallet, frame);
  const next = { ...first.record, outAt: startsAt + hourMs, outEvidence: said };
  const second = correct(first.record, first.wallet, { ...frame, next });
  expect(second.record).toMatchObject({ creditedMinutes: 60, grade: 'D', pointsWait: true });
  expect(second.record.points).toBeUndefined();
  expect(balanceOf(second.wallet)).toBe(0);
  const third = correct(second.record, second.wallet, { ...frame, next: undefined });
  expect(third.wallet).toMatchObject({ minutes: 0, owed: 0 });
});

test('corrected after the notice: paid at once', () => {
  const first = credit({ ...record(120), noticeUntil: at - 1 }, emptyWallet, frame);
  const next = { ...first.record, outAt: startsAt + hourMs, outEvidence: said };
  expect(correct(first.record, first.wallet, { ...frame, next }).record).toMatchObject({
    points: 10,
  });
});

test('taken out after the points were spent: owed, never below zero', () => {
  const first = credit(record(120), emptyWallet, frame);
  const spent = { ...first.wallet, byYear: {} };
  const none = correct(first.record, spent, { ...frame, next: undefined });
  expect(none.wallet).toMatchObject({ byYear: {}, owed: 20, minutes: 0 });
});

type Step =
  | { do: 'correct'; minutes: number; said: boolean }
  | { do: 'reverse' }
  | { do: 'again'; minutes: number; said: boolean }
  | { do: 'pay' };

const minutes = fc.integer({ min: 1, max: 480 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('correct' as const), minutes, said: fc.boolean() }),
  fc.record({ do: fc.constant('again' as const), minutes, said: fc.boolean() }),
  fc.constant({ do: 'reverse' as const }),
  fc.constant({ do: 'pay' as const }),
);

/** What a decision makes of a record; nothing where the record's state allows none. */
function after(known: ServiceRecord, wallet: Wallet, it: Step, pack: RulePack): Credit | undefined {
  const now = frameOf(pack);
  const credited = known.state === 'credited';
  if (it.do === 'pay') return known.pointsWait && payWaiting(known, wallet, now);
  if (it.do === 'reverse') {
    return credited ? correct(known, wallet, { ...now, next: undefined }) : undefined;
  }
  const outEvidence = it.said ? said : scanned;
  const next = { ...known, outAt: startsAt + it.minutes * minuteMs, outEvidence };
  if (it.do === 'correct') return credited ? correct(known, wallet, { ...now, next }) : undefined;
  return credited ? undefined : credit(next, wallet, now);
}

test('whatever is confirmed, corrected and appealed: the wallet is what its rows say in sum', () => {
  const packs = fc.constantFrom(...shippedPacks);
  fc.assert(
    fc.property(packs, minutes, fc.boolean(), fc.array(step, { maxLength: 12 }), (...given) => {
      const [pack, first, wasSaid, steps] = given;
      let now = credit(record(first, wasSaid ? said : scanned), emptyWallet, frameOf(pack));
      const writes = [...now.writes];
      for (const one of steps) {
        const next = after(now.record, now.wallet, one, pack);
        if (!next) continue;
        writes.push(...next.writes);
        now = next;
      }
      const sum = (numbers: number[]) => numbers.reduce((all, it) => all + it, 0);
      const { wallet, record: last } = now;
      expect(wallet.minutes).toBe(sum(entriesOf(writes).map((it) => it.creditedMinutes)));
      expect(wallet.minutes).toBe(last.creditedMinutes);
      expect(sum(Object.values(wallet.byDay))).toBe(wallet.minutes);

      const [own, owed] = [walletAccount(volunteerId), owedAccount(volunteerId)];
      const standing = (account: string) =>
        sum(
          postingsOf(writes).map(
            ({ debit, credit: to, amount }) =>
              (to === account ? amount : 0) - (debit === account ? amount : 0),
          ),
        );
      expect(balanceOf(wallet)).toBe(standing(own));
      expect(wallet.owed + standing(owed)).toBe(0);
      expect(balanceOf(wallet) - wallet.owed).toBe(last.points ?? 0);
      const sequences = entriesOf(writes).map((it) => it.sequence);
      expect(sequences).toEqual(sequences.map((_, index) => index + 1));
    }),
    { numRuns: 300 },
  );
});
