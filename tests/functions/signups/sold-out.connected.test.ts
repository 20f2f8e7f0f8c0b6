import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { hourMs } from '#shared/time';
import { profileKey } from '../../../functions/keys';
import { idFor } from '../../../functions/platform/ids';
import { signSession } from '../../../functions/platform/session';
import { isSoldOut, noteSoldOut } from '../../../functions/signups/sold-out';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import { injectFaults } from '../../support/faults';
import { activity, organisation, volunteer } from '../../support/given';
import { allItems } from '../../support/items';
import { putAll } from '../../support/put-all';
import { termsOf } from '../../support/sign-up';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.setTime(Date.now()));

const volunteerOf = (number: number): string => idFor('rush', String(number));

/** So many registered people, put past the API, with a session each. */
async function rushing(size: number): Promise<string[]> {
  const profile = { version: 1, name: '李雷', birthMonth: '199001', realNameLevel: 0 };
  const people = Array.from({ length: size }, (_, number) => volunteerOf(number));
  await putAll(
    people.map((id) => ({
      ...profileKey(id),
      ...profile,
      skills: [],
      trainings: [],
      consents: [],
    })),
  );
  return people.map((volunteerId) =>
    signSession(
      { volunteerId, way: { kind: 'weapp', mark: 'm' }, epoch: 1 },
      'access',
      cloud.now() + hourMs,
    ),
  );
}

test('300 people for 50 places, every third commit in conflict → 50 placed, 250 plainly refused, no error', async () => {
  const organiser = await volunteer(cloud, '王组织');
  const organisationId = await organisation([[organiser, 'organiser']]);
  const { shiftId } = await activity(cloud, { organiser, organisationId, capacity: 50 });
  const terms = await termsOf(organiser, shiftId);
  const tokens = await rushing(300);
  const conflict = new TransactionCanceledException({
    ...{ message: 'conflict', $metadata: {} },
    CancellationReasons: [{ Code: 'None' }, { Code: 'None' }, { Code: 'TransactionConflict' }],
  });
  const faults = injectFaults('TransactWriteItemsCommand', (count) =>
    count % 3 === 1 ? conflict : undefined,
  );
  const codes: string[] = [];
  for (let from = 0; from < 300; from += 100) {
    const wave = tokens.slice(from, from + 100);
    const answers = await Promise.all(
      wave.map((token) => cloud.call('PUT /shifts/{shiftId}/signup', { shiftId, terms }, token)),
    );
    codes.push(...answers.map(({ status, body }) => ('code' in body ? body.code : String(status))));
  }
  faults.remove();
  expect(codes.filter((code) => code === '200')).toHaveLength(50);
  expect(codes.filter((code) => code === 'shift_full')).toHaveLength(250);
  const items = await allItems();
  const taken = items.filter(({ pk }) => pk.startsWith(`T#${shiftId}#C`));
  expect(taken.reduce((sum, it) => sum + Number(it.taken), 0)).toBe(50);
  expect(
    items.filter(({ sk, state }) => sk.startsWith('R#') && state === 'signed_up'),
  ).toHaveLength(50);
  expect(items.filter(({ sk }) => sk === '#K')).toHaveLength(50);
}, 120_000);

test('known to be sold out → for three seconds, of that shift alone, and not before it was noted', () => {
  const now = cloud.now();
  noteSoldOut('a');
  expect([isSoldOut('a'), isSoldOut('b')]).toEqual([true, false]);
  cloud.setTime(now + 2_900);
  expect(isSoldOut('a')).toBe(true);
  cloud.setTime(now + 3_100);
  expect(isSoldOut('a')).toBe(false);
  cloud.setTime(now - 60_000);
  expect(isSoldOut('a')).toBe(false);
});
