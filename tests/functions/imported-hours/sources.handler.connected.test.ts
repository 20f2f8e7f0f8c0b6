import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { volunteer } from '../../support/given';
import { cityStaff, otherSystem } from '../../support/given-imported';
import { itemsOf } from '../../support/items';

const decide = 'POST /hour-sources/{sourceId}/decision';
let cloud: TestCloud;
let author: Person;
let other: Person;
let auditor: Person;
let rootId: string;
beforeAll(async () => {
  cloud = await startTestCloud();
  ({ author, other, auditor, rootId } = await cityStaff(cloud));
});
afterAll(() => cloud.stop());

const proposal = (more = {}) => ({
  ...{ requestId: newRequestId(), name: '旧志愿系统', publicKey: otherSystem().publicKey },
  ...more,
});
const verdict = (sourceId: string, word: 'confirm' | 'end') => ({
  ...{ sourceId, verdict: word, reason: '核对过' },
});
const codeOf = ({ body }: { body: object }) => ('code' in body ? body.code : 'done');

test('proposed by one, confirmed by another, and both stand in the log', async () => {
  const asked = proposal();
  const source = await author.ask('POST /hour-sources', asked);
  expect(source).toMatchObject({ state: 'proposed', may: { confirm: false, bring: false } });
  expect(await author.ask('POST /hour-sources', asked)).toEqual(source);
  const { sourceId } = source;
  expect(codeOf(await author.call(decide, verdict(sourceId, 'confirm')))).toBe('not_to_oneself');
  const confirmed = await auditor.ask(decide, verdict(sourceId, 'confirm'));
  expect(confirmed).toMatchObject({ state: 'confirmed', may: { end: true, bring: false } });
  expect(await auditor.ask(decide, verdict(sourceId, 'confirm'))).toEqual(confirmed);
  expect(codeOf(await other.call(decide, verdict(sourceId, 'confirm')))).toBe('already_decided');
  const { sources, mayPropose } = await other.ask('GET /hour-sources', {});
  expect(mayPropose).toBe(true);
  expect(sources[0]).toMatchObject({ sourceId, may: { confirm: false, end: true, bring: true } });
  expect(await author.ask(decide, verdict(sourceId, 'end'))).toMatchObject({ state: 'ended' });
  const actions = (await itemsOf(`O#${rootId}`)).flatMap(({ action }) => (action ? [action] : []));
  const named = ['hours_source_proposed', 'hours_source_confirmed', 'hours_source_ended'];
  expect(actions.sort()).toEqual(named.sort());
});

test('two confirm at once → one of them, once', async () => {
  const { sourceId } = await author.ask('POST /hour-sources', proposal());
  const answers = await Promise.all(
    [other, auditor].map((who) => who.call(decide, verdict(sourceId, 'confirm'))),
  );
  expect(answers.map(codeOf).sort()).toEqual(['already_decided', 'done']);
});

test('an auditor proposes nothing, others learn of nothing, and a key must be one', async () => {
  expect(codeOf(await auditor.call('POST /hour-sources', proposal()))).toBe('not_allowed');
  expect(await auditor.ask('GET /hour-sources', {})).toMatchObject({ mayPropose: false });
  const nobody = await volunteer(cloud);
  expect(codeOf(await nobody.call('GET /hour-sources', {}))).toBe('not_allowed');
  expect(codeOf(await nobody.call(decide, verdict('0'.repeat(12), 'end')))).toBe('not_found');
  expect(codeOf(await author.call(decide, verdict('0'.repeat(12), 'end')))).toBe('not_found');
  const notAKey = proposal({ publicKey: 'x'.repeat(60) });
  expect(codeOf(await author.call('POST /hour-sources', notAKey))).toBe('request_invalid');
});
